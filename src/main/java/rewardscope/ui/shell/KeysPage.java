package rewardscope.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.ui.Scrolls;

/// All keys of the window on one page, over everything else. The focus goes back where it was when the page closes.
final class KeysPage {
    private static final Map<String, Map<String, String>> GROUPS = groups();

    private final StackPane over;
    private final VBox page = new VBox();
    private final Button close = new Button("Close");
    private Optional<Node> before = Optional.empty();

    /// @param over where the page is laid on top
    /// @param tour shows what is where
    KeysPage(StackPane over, Runnable tour) {
        this.over = over;
        var title = new Label("Keys");
        title.getStyleClass().add("heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setOnAction(_ -> hide());
        close.setId("keys-close");
        var around = new Button("Show me around (H)");
        around.setId("keys-tour");
        around.setOnAction(_ -> {
            hide();
            tour.run();
        });
        var header = new HBox(12, title, space, around, close);
        header.setAlignment(Pos.CENTER_LEFT);
        var groups = new FlowPane(32, 16);
        GROUPS.forEach((name, keys) -> groups.getChildren().add(group(name, keys)));
        var scroll = Scrolls.around(groups);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("paper", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        page.getChildren().addAll(header, scroll);
        page.getStyleClass().add("keys-page");
    }

    private static Map<String, Map<String, String>> groups() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        var run = new LinkedHashMap<String, String>();
        run.put("→", "one step (act)");
        run.put("←", "one step back");
        run.put("N", "to the end of the episode, sweep or update");
        run.put("Space", "run, or pause");
        run.put("+  −", "faster, slower");
        run.put("Home", "to the start of the run");
        run.put("R", "start over with a new seed");
        groups.put("The run", run);
        var branches = new LinkedHashMap<String, String>();
        branches.put("F", "fork here: keep this future and try another");
        branches.put("B", "show the next branch");
        branches.put("T", "run all branches together, side by side");
        groups.put("Branches", branches);
        var window = new LinkedHashMap<String, String>();
        window.put("L", "fold the library away, or back");
        window.put("K", "fold the lesson away, or back");
        window.put("J", "judge answers of a language model");
        window.put("E", "the whole height for charts and figures, or back");
        window.put("P  F5", "present: stage, equation and transport alone");
        window.put("D", "light or dark");
        window.put("Ctrl +  Ctrl −", "larger or smaller text");
        window.put("H", "a tour of what is where");
        window.put("A", "text size, movement, sound");
        window.put("F1  ?", "this page");
        window.put("Esc", "close this page, leave a text field, or stop presenting");
        groups.put("The window", window);
        var course = new LinkedHashMap<String, String>();
        course.put("/  Ctrl F", "find in lessons and the glossary");
        course.put("W", "words and symbols: the glossary");
        course.put("M", "the map of the course");
        groups.put("The course", course);
        var share = new LinkedHashMap<String, String>();
        share.put("Ctrl C", "copy this run, at its step, as a text");
        share.put("Ctrl V", "open a run that somebody copied");
        share.put("Ctrl O", "open a run from a file");
        share.put("S", "share and export: texts, files, pictures, tables");
        groups.put("Sharing", share);
        var presenting = new LinkedHashMap<String, String>();
        presenting.put("Page ↓  Page ↑", "one step on, or back: a remote control's keys");
        presenting.put("1  2  3  4  5", "stage and equation, stage, equation, lesson, stage and charts");
        presenting.put(".", "blank screen; any key brings it back");
        presenting.put("L", "laser pointer");
        presenting.put("V", "vote: countdown, then type the counts");
        presenting.put("S", "the lesson's presenter notes");
        presenting.put("Esc", "take one of these away, then stop presenting");
        groups.put("While presenting", presenting);
        var places = new LinkedHashMap<String, String>();
        places.put("Tab  Shift Tab", "to the next control, or the one before");
        places.put("← → ↑ ↓", "on the stage: from state to state");
        places.put("Enter", "on the stage: why has this state its value?");
        places.put("← →", "in the equation: from term to term");
        places.put("Page ↑ ↓  End", "on the time line: far back, far on");
        groups.put("Where the focus is", places);
        var person = new LinkedHashMap<String, String>();
        person.put("← → ↑ ↓", "choose the action (others: 1 to 9)");
        person.put("⌫", "take one step back");
        groups.put("When you are the agent", person);
        var playground = new LinkedHashMap<String, String>();
        playground.put("G", "edit the grid, or back to the experiment");
        playground.put("Ctrl S", "save the experiment");
        playground.put("← → ↑ ↓", "in the grid: to the next cell; with Shift the brush paints on the way");
        playground.put("Space", "in the grid: paint the cell");
        playground.put("1  2  3  4", "in the grid: wall, free, start, reward");
        playground.put("Ctrl Z", "in the grid: undo; with Shift redo");
        groups.put("Playground", playground);
        return groups;
    }

    private static Node group(String name, Map<String, String> keys) {
        var grid = new GridPane(12, 6);
        var capColumn = new ColumnConstraints();
        capColumn.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(capColumn);
        var title = new Label(name);
        title.getStyleClass().add("keys-group");
        grid.add(title, 0, 0, 2, 1);
        int row = 1;
        for (var entry : keys.entrySet()) {
            var caps = new HBox(4);
            for (String key : entry.getKey().split("  ")) {
                var cap = new Label(key);
                cap.getStyleClass().add("key-cap");
                caps.getChildren().add(cap);
            }
            grid.addRow(row++, caps, new Label(entry.getValue()));
        }
        return grid;
    }

    boolean shown() {
        return over.getChildren().contains(page);
    }

    void toggle() {
        if (shown()) {
            hide();
        } else {
            before = Optional.ofNullable(over.getScene().getFocusOwner());
            over.getChildren().add(page);
            close.requestFocus();
        }
    }

    void hide() {
        over.getChildren().remove(page);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
