package rewardscope.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the system wants a user's files to lie.
public final class UserFolders {
    private UserFolders() {}

    /// The folder for work that cannot be made again.
    ///
    /// @param system the property `os.name`
    /// @param home the user's own folder
    /// @param environment the variables of the process
    public static Path data(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return variable(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Rewardscope");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Rewardscope");
        }
        return variable(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("rewardscope");
    }

    /// For what can be made again and deleted at any time: the property `rewardscope.cache`, or the system's own place.
    /// It need not exist yet.
    public static Path cache() {
        String named = System.getProperty("rewardscope.cache", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return variable(System.getenv(), "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Rewardscope")
                    .resolve("cache");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("rewardscope");
        }
        return variable(System.getenv(), "XDG_CACHE_HOME", home.resolve(".cache")).resolve("rewardscope");
    }

    private static Path variable(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }
}
