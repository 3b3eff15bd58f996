package rewardscope.sim.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rewardscope.language.stage.SavedModels;
import rewardscope.sim.Intervention;

/// Copies of the models that runs of a session have taken up, by fingerprint: the folder that they came from may change or
/// go, and the run comes back all the same.
///
/// @param folder where they lie; empty if nothing is kept
public record ModelShelf(Optional<Path> folder) {
    public static final ModelShelf NONE = new ModelShelf(Optional.empty());

    private static final String FINGERPRINT = "[0-9a-f]{16}";

    /// Keeps what the runs of a session have taken up, and nothing else.
    ///
    /// @throws IOException if the disk refuses
    public void keep(Session session) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        var wanted = new HashSet<String>();
        for (SavedModels models : taken(session)) {
            String name = String.valueOf(models.folder().getFileName());
            if (wanted.add(models.fingerprint()) && find(models.fingerprint(), name).isEmpty()) {
                models.copyTo(folder.get().resolve(models.fingerprint()).resolve(name));
            }
        }
        drop(wanted);
    }

    private static List<SavedModels> taken(Session session) {
        return session.runs().values().stream()
                .flatMap(run -> run.ways().stream())
                .flatMap(way -> way.interventions().values().stream())
                .flatMap(List::stream)
                .filter(Intervention.ModelsTaken.class::isInstance)
                .map(taken -> ((Intervention.ModelsTaken) taken).saved())
                .toList();
    }

    /// Models as they were taken up.
    ///
    /// @param name the last name of the folder that they were in
    /// @return empty if they are not here, or are not what they were
    Optional<SavedModels> find(String fingerprint, String name) {
        if (folder.isEmpty() || !fingerprint.matches(FINGERPRINT) || !Path.of(name).equals(Path.of(name).getFileName())) {
            return Optional.empty();
        }
        Path place = folder.get().resolve(fingerprint).resolve(name);
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SavedModels.read(place)).filter(models -> models.fingerprint().equals(fingerprint));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void drop(Set<String> wanted) throws IOException {
        if (!Files.isDirectory(folder.orElseThrow())) {
            return;
        }
        List<Path> there;
        try (var list = Files.list(folder.get())) {
            there = list.filter(each -> each.getFileName().toString().matches(FINGERPRINT)
                    && !wanted.contains(each.getFileName().toString())).toList();
        }
        for (Path set : there) {
            try (var files = Files.walk(set)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
