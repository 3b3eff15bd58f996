package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.theme.Palette;

/// The panes of one window, made together because they share what is pointed at.
record PaneSet(Pane stage, Pane equation, Map<String, Pane> instruments, LessonSurface lesson) {
    static PaneSet create(Consumer<Command> commands, LessonHost host) {
        var instruments = new LinkedHashMap<String, Pane>();
        instruments.put("Log", new LogPane());
        return new PaneSet(new Blank("stage"), new Blank("equation"), instruments, new LessonSurface());
    }

    List<Pane> all() {
        var all = new ArrayList<Pane>();
        all.add(stage);
        all.add(equation);
        all.addAll(instruments.values());
        return all;
    }

    void styleSheets(Scene scene) {
        for (String sheet : List.of("shell")) {
            scene.getStylesheets()
                    .add(PaneSet.class.getResource("/rewardscope/ui/" + sheet + ".css").toExternalForm());
        }
    }

    void scale(double textScale) {}

    record Blank(Label label) implements Pane {
        Blank(String s) { this(new Label(s)); }
        @Override public Node node() { return label; }
        @Override public void show(Frame frame) { label.setText(frame.view().event().toString()); label.setWrapText(true); }
        @Override public void use(Palette palette) {}
    }
}
