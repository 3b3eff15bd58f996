package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import rewardscope.ui.formula.Formulas;

/// Files that make the next start faster and can be deleted at any time: some came with the installation, the others
/// lie in the folder that the system has for such things.
final class Stores {
    private static final String FORMULAS = "formulas.bin";

    private Stores() {}

    /// Formulas laid out before, those of the installation first.
    static List<Path> formulas() {
        return List.of(Path.of(System.getProperty("rewardscope.home", "."), "lib", FORMULAS), folder().resolve(FORMULAS));
    }

    /// Keeps formulas for the next start. Where nothing can be written, the next start takes as long as this one.
    static void keep(Formulas formulas) {
        try {
            formulas.keep(folder().resolve(FORMULAS));
        } catch (IOException | RuntimeException e) {
            // a folder that cannot be written to costs a second at the next start, and no sentence now
        }
    }

    /// The property `rewardscope.cache`, or the system's own place for what can be made again.
    static Path folder() {
        String named = System.getProperty("rewardscope.cache", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return variable("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Rewardscope")
                    .resolve("cache");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("rewardscope");
        }
        return variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("rewardscope");
    }

    private static Path variable(String name, Path otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : Path.of(value);
    }
}
