package rewardscope.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import rewardscope.agent.Components;
import rewardscope.agent.StepEvent;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

/// The acts that were watched, newest first, each with all its quantities by name.
final class LogPane implements Pane {
    private static final int LINES = 300;

    private final ListView<String> list = new ListView<>();
    private long lastAct = -1;

    LogPane() {
        list.getStyleClass().add("log");
        list.setPlaceholder(new Label("Each act that you watch will stand here with its numbers. Press step (→)."));
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public void show(Frame frame) {
        long act = frame.view().counts().acts();
        if (act == lastAct) {
            return;
        }
        if (act < lastAct) {
            list.getItems().removeIf(line -> actOf(line) > act);
        }
        lastAct = act;
        Optional<StepEvent> event = frame.view().event();
        boolean there = !list.getItems().isEmpty() && actOf(list.getItems().getFirst()) >= act;
        if (event.isPresent() && !there) {
            list.getItems().addFirst(act + "  " + words(event.get()));
            if (list.getItems().size() > LINES) {
                list.getItems().removeLast();
            }
        }
    }

    private static long actOf(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    private static String words(StepEvent event) {
        return Components.of((Record) event).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Number || entry.getValue() instanceof Boolean)
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String number(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value.toString();
    }

    @Override
    public int mostPerSecond() {
        return 10;
    }

    @Override
    public void use(Palette palette) {}
}
