package rewardscope.ui.theme;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Puts style sheets on scenes, never on nodes. For a sheet of a node JavaFX keeps a list of every parent below that node
/// and walks through it for each of them when it looks for styles: a long lesson took quadratic time. So all sheets hold
/// everywhere, and a selector begins with a class that only its own pane uses.
public final class Sheets {
    /// What stands later is stronger among equals.
    private static final List<String> ALL =
            List.of("shell", "lesson", "stage", "table", "parameters", "chart", "course", "lab", "present", "welcome");

    private Sheets() {}

    /// Puts every sheet on a scene: one that came later would make everything take on its styles anew.
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(ALL.stream().map(Sheets::address).toList());
    }

    /// Sees to it that any scene in which a pane stands has the pane's sheet.
    ///
    /// @param name without its ending: `lesson` for `lesson.css`
    public static void need(Parent pane, String name) {
        String sheet = address(name);
        pane.sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(there -> add(there, sheet)));
    }

    private static void add(Scene scene, String sheet) {
        ObservableList<String> sheets = scene.getStylesheets();
        if (!sheets.contains(sheet)) {
            sheets.add(sheet);
        }
    }

    private static String address(String name) {
        if (!ALL.contains(name)) {
            throw new IllegalArgumentException("No style sheet is called " + name + ". There are " + ALL + ".");
        }
        URL found = Sheets.class.getResource("/rewardscope/ui/" + name + ".css");
        if (found == null) {
            throw new IllegalStateException("The style sheet " + name + ".css was not packed with the program.");
        }
        return found.toExternalForm();
    }
}
