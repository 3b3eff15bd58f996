package rewardscope.ui.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import rewardscope.store.WholeFile;

/// Keeps the choices in the folder of the user's work, a line each: `still: true`.
public final class AccessFile {
    private final Path file;

    public AccessFile(Path folder) {
        file = folder.resolve("access.yaml");
    }

    /// @param otherwise where nothing was chosen yet, or the file cannot be read
    public Access read(Access otherwise) {
        Map<String, String> chosen = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    chosen.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            return otherwise; // there is none yet
        }
        return new Access(flag(chosen, "still", otherwise.still()), flag(chosen, "tones", otherwise.tones()));
    }

    private static boolean flag(Map<String, String> chosen, String name, boolean otherwise) {
        return switch (chosen.getOrDefault(name, "")) {
            case "true" -> true;
            case "false" -> false;
            default -> otherwise;
        };
    }

    /// @throws IOException if the disk refuses; the file is then as it was
    public void write(Access access) throws IOException {
        String text = "still: " + access.still() + "\ntones: " + access.tones() + "\n";
        WholeFile.writePrivately(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
