package rewardscope.language.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A folder of networks, words and labels, read whole: what a run takes up from it stays the same however the folder
/// changes.
public final class SavedModels {
    private final Path folder;
    private final Map<String, byte[]> files;
    private final String fingerprint;

    private SavedModels(Path folder, Map<String, byte[]> files) {
        this.folder = folder;
        this.files = files;
        fingerprint = fingerprint(files);
    }

    /// @throws IOException in one sentence, if there is no such folder or nothing of the lab in it
    public static SavedModels read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + ".");
        }
        var files = new TreeMap<String, byte[]>();
        for (String name : SavedLab.files()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        if (files.isEmpty()) {
            throw new IOException("There are no models in " + folder + ".");
        }
        return new SavedModels(folder, files);
    }

    public Path folder() {
        return folder;
    }

    /// The networks in it, by name.
    public List<String> networks() {
        return Lab.NETWORKS.stream().filter(name -> files.containsKey(name + SavedLab.END)).toList();
    }

    /// The stage that goes on from these networks, of those that there are; empty if none of them can.
    public Optional<String> nextStage(List<String> stages) {
        var there = networks();
        var wanted = there.contains("sft") && there.contains("reward")
                ? List.of("rlhf-ppo", "rlhf-reinforce", "dpo")
                : there.contains("sft")
                        ? List.of("label")
                        : there.contains("policy") ? List.of("fine-tune") : List.<String>of();
        return wanted.stream().filter(stages::contains).findFirst();
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /// Writes the same files into another folder, which is made if it is not there.
    public void copyTo(Path other) throws IOException {
        Files.createDirectories(other);
        for (var file : files.entrySet()) {
            Files.write(other.resolve(file.getKey()), file.getValue());
        }
    }

    /// A number by which the same contents are known again, as sixteen hexadecimal digits.
    public String fingerprint() {
        return fingerprint;
    }

    private static String fingerprint(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SavedModels that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }
}
