package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

/// Below the stage while a person is the agent: which key does what. A choice is a logged intervention and one act, so
/// that the run can be scrubbed like any other.
final class ChoiceBar implements Pane {
    private static final Map<String, KeyCode> ARROWS = Map.of(
            "up", KeyCode.UP, "down", KeyCode.DOWN, "left", KeyCode.LEFT, "right", KeyCode.RIGHT,
            "north", KeyCode.UP, "south", KeyCode.DOWN, "west", KeyCode.LEFT, "east", KeyCode.RIGHT);
    private static final Map<KeyCode, String> SIGNS = Map.of(
            KeyCode.UP, "↑", KeyCode.DOWN, "↓", KeyCode.LEFT, "←", KeyCode.RIGHT, "→");

    private final Consumer<Command> commands;
    private final HBox bar = new HBox();
    private final Label words = new Label();
    private final List<Button> buttons = new ArrayList<>();
    private List<String> choices = List.of();
    private List<KeyCode> keys = List.of();
    private Optional<View> view = Optional.empty();

    ChoiceBar(Consumer<Command> commands) {
        this.commands = commands;
        bar.getStyleClass().add("choice-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setVisible(false);
        bar.setManaged(false);
        words.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
        return bar;
    }

    @Override
    public void show(Frame frame) {
        view = Optional.of(frame.view());
        if (!frame.view().choices().equals(choices)) {
            choices = frame.view().choices();
            offer();
        }
        boolean over = over(frame.view());
        words.setText(over ? "The episode is over; any of these keys starts the next:" : "Your turn:");
        for (int a = 0; a < buttons.size(); a++) {
            buttons.get(a).setDisable(!over && !possible(frame.view(), a));
        }
    }

    private void offer() {
        keys = keys(choices);
        buttons.clear();
        for (int a = 0; a < choices.size(); a++) {
            int action = a;
            var button = new Button(sign(keys.get(a)) + "  " + choices.get(a));
            button.setAccessibleText("Choose " + choices.get(a));
            button.setId("choose-" + choices.get(a));
            button.setOnAction(_ -> choose(action));
            buttons.add(button);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var back = new Label("⌫  one step back");
        back.getStyleClass().add("choice-note");
        bar.getChildren().setAll(words);
        bar.getChildren().addAll(buttons);
        bar.getChildren().addAll(space, back);
        bar.setVisible(!choices.isEmpty());
        bar.setManaged(!choices.isEmpty());
    }

    /// An arrow for each direction, numbers for all else.
    static List<KeyCode> keys(List<String> choices) {
        int number = 0;
        var keys = new ArrayList<KeyCode>();
        for (String choice : choices) {
            var arrow = ARROWS.get(choice);
            keys.add(arrow != null ? arrow : number < 9 ? KeyCode.valueOf("DIGIT" + ++number) : KeyCode.UNDEFINED);
        }
        return keys;
    }

    private static String sign(KeyCode key) {
        return key == KeyCode.UNDEFINED ? "" : SIGNS.getOrDefault(key, key.getName());
    }

    /// Whether the key chose something, or took a choice back.
    boolean press(KeyCode key) {
        if (choices.isEmpty()) {
            return false;
        }
        if (key == KeyCode.BACK_SPACE) {
            commands.accept(new Command.SeekBy(-1));
            return true;
        }
        int action = keys.indexOf(key);
        if (action < 0) {
            action = keys.indexOf(alias(key));
        }
        if (action >= 0) {
            choose(action);
        }
        return action >= 0;
    }

    /// On a track without left and right, the arrows that point at its ends on the screen do as well.
    private KeyCode alias(KeyCode key) {
        return switch (key) {
            case RIGHT -> KeyCode.UP;
            case LEFT -> KeyCode.DOWN;
            case NUMPAD1, NUMPAD2, NUMPAD3, NUMPAD4, NUMPAD5, NUMPAD6, NUMPAD7, NUMPAD8, NUMPAD9 ->
                KeyCode.valueOf("DIGIT" + key.getName().charAt(key.getName().length() - 1));
            default -> key;
        };
    }

    private void choose(int action) {
        view.ifPresent(now -> {
            if (over(now)) {
                commands.accept(new Command.Step(Command.Unit.ACT, 1)); // shows where the next episode starts
            } else if (possible(now, action)) {
                commands.accept(new Command.Intervene(new Intervention.Choice(action)));
                commands.accept(new Command.Step(Command.Unit.ACT, 1));
            }
        });
    }

    private static boolean over(View view) {
        return view.event()
                .flatMap(event -> event.move())
                .filter(move -> move.terminated() || move.truncated())
                .isPresent();
    }

    private static boolean possible(View view, int action) {
        return !(view.world() instanceof View.World.Finite finite)
                || finite.model().available(finite.state(), action);
    }

    /// The actions that are possible now, for tests.
    List<String> possible() {
        return IntStream.range(0, buttons.size())
                .filter(a -> !buttons.get(a).isDisabled())
                .mapToObj(choices::get)
                .toList();
    }

    @Override
    public void use(Palette palette) {
        // all colours are looked up
    }
}
