package rewardscope.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the system wants a user's own work to lie.
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

    private static Path variable(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }
}
