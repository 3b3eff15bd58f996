package rewardscope.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for files and folders over the window that a node is in. A node that has left its window meanwhile, as a page does
/// that is closed while one of its buttons is held down, asks nothing.
public final class Choosers {
    private Choosers() {}

    public static Optional<Path> save(FileChooser chooser, Node owner) {
        return ask(owner, chooser::showSaveDialog);
    }

    public static Optional<Path> open(FileChooser chooser, Node owner) {
        return ask(owner, chooser::showOpenDialog);
    }

    public static Optional<Path> folder(DirectoryChooser chooser, Node owner) {
        return ask(owner, chooser::showDialog);
    }

    private static Optional<Path> ask(Node owner, Function<Window, @Nullable File> dialog) {
        if (owner.getScene() == null || owner.getScene().getWindow() == null) {
            return Optional.empty();
        }
        closeMenus();
        return Optional.ofNullable(dialog.apply(owner.getScene().getWindow())).map(File::toPath);
    }

    /// A menu hides only when what was chosen in it is over, and until then lies over the dialog and keeps the keyboard.
    private static void closeMenus() {
        List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide);
    }
}
