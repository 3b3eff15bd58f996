package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rewardscope.store.UserFolders;
import rewardscope.ui.formula.Formulas;

/// Files that make the next start faster and can be deleted at any time: some came with the installation, the others
/// lie in the folder that the system has for such things.
final class Stores {
    private static final String FORMULAS = "formulas.bin";

    private Stores() {}

    /// Formulas laid out before, those of the installation first.
    static List<Path> formulas() {
        String home = System.getProperty("rewardscope.home", ".");
        String installation = System.getProperty("rewardscope.installation", home);
        return List.of(
                Path.of(installation, "lib", FORMULAS), UserFolders.cache().resolve(FORMULAS));
    }

    /// Where labels are kept: with the learner's work, or for as long as the machine is on.
    static Path labels(Optional<Path> work) {
        return work.orElse(Path.of(System.getProperty("java.io.tmpdir"), "rewardscope")).resolve("labels");
    }

    /// Keeps formulas for the next start. Where nothing can be written, the next start takes as long as this one.
    static void keep(Formulas formulas) {
        try {
            formulas.keep(UserFolders.cache().resolve(FORMULAS));
        } catch (IOException | RuntimeException e) {
            // a folder that cannot be written to costs a second at the next start, and no sentence now
        }
    }
}
