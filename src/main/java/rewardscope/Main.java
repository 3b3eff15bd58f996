package rewardscope;

import java.nio.file.Path;
import java.util.Optional;
import rewardscope.ui.shell.Desktop;

/// Composition root.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Desktop.render(new Desktop.Picture(Path.of(args[0]), 1440, 900, 1, args.length > 2, 40, false, Path.of(args[1])));
        System.exit(0);
    }
}
