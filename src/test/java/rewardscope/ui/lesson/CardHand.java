package rewardscope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Lesson;

/// A learner's hand on an exercise card: it touches nothing but what can be seen there. For the JavaFX thread.
public final class CardHand {
    private final ExerciseCard card;

    private CardHand(ExerciseCard card) {
        this.card = card;
    }

    public static CardHand on(LessonPane pane, String exercise) {
        return new CardHand(Optional.ofNullable(pane.cards().get(exercise)).orElseThrow());
    }

    public Node node() {
        return card.node();
    }

    /// Everything below a node that can be seen.
    public static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(CardHand::seen))
                : Stream.of(node);
    }

    private <T extends Node> List<T> all(Class<T> type) {
        return seen(card.node()).filter(type::isInstance).map(type::cast).toList();
    }

    private Optional<Button> button(String words) {
        return all(Button.class).stream().filter(button -> button.getText().startsWith(words)).findFirst();
    }

    /// Presses the button whose words begin like this.
    public void press(String words) {
        seen(card.node())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button `" + words + "`"))
                .fire();
    }

    public void check() {
        var check = (Button) card.node().lookup(".lesson-check");
        if (check.isDisabled()) {
            throw new AssertionError("nothing can be checked");
        }
        check.fire();
    }

    public Optional<String> verdict() {
        return card.verdictWords();
    }

    /// Whether ✗ or ✓ stands before the verdict.
    public boolean marked(String mark) {
        return all(Label.class).stream().anyMatch(label -> label.getText().equals(mark));
    }

    public int hintsShown() {
        return (int) seen(card.node())
                .filter(node -> node.getStyleClass().contains("lesson-hint"))
                .count();
    }

    public boolean moreHints() {
        return button("Hint").isPresent();
    }

    public boolean explained() {
        return seen(card.node()).anyMatch(node -> node.getStyleClass().contains("lesson-explanation"));
    }

    /// Writes an answer that is right, or as near to it as a wrong one can be.
    public void write(Exercise exercise, Lesson lesson, Optional<Expected> expected, boolean right) {
        switch (exercise) {
            case Exercise.Number number -> number(number(expected) + (right ? 0 : off(number.tolerance())));
            case Exercise.Choice _ -> choose(chosen(expected), right);
            case Exercise.Choices _ -> tick(chosen(expected), right);
            case Exercise.Table table -> table(table, (Expected.Table) expected.orElseThrow(), right);
            case Exercise.Policy _ -> arrows(((Expected.Policy) expected.orElseThrow()).actions(), right);
            case Exercise.Predict predict -> predict(predict, expected.orElseThrow(), right);
            case Exercise.Tune tune -> settings(tune, lesson, right);
            case Exercise.Text _ -> all(TextArea.class).getFirst().setText("In words of my own.");
        }
    }

    private static double off(double tolerance) {
        return 1 + 2 * tolerance;
    }

    private static double number(Optional<Expected> expected) {
        return ((Expected.Number) expected.orElseThrow()).value();
    }

    private static Set<Integer> chosen(Optional<Expected> expected) {
        return ((Expected.Chosen) expected.orElseThrow()).options();
    }

    private void number(double value) {
        all(TextField.class).getFirst().setText(Double.toString(value).replace('.', ','));
    }

    private void choose(Set<Integer> right, boolean wanted) {
        var options = all(RadioButton.class);
        for (int i = 0; i < options.size(); i++) {
            if (right.contains(i) == wanted) {
                options.get(i).fire();
                return;
            }
        }
        throw new AssertionError("every option is right");
    }

    private void tick(Set<Integer> right, boolean wanted) {
        var ticked = new TreeSet<>(right);
        if (!wanted && !ticked.remove(0)) {
            ticked.add(0);
        }
        var options = all(CheckBox.class);
        for (int i = 0; i < options.size(); i++) {
            options.get(i).setSelected(ticked.contains(i));
        }
    }

    private void table(Exercise.Table exercise, Expected.Table expected, boolean right) {
        var fields = new ArrayList<>(all(TextField.class));
        var actions = exercise.actions().isEmpty() ? List.of("") : exercise.actions();
        boolean first = !right;
        for (String state : exercise.states()) {
            for (String action : actions) {
                double value = expected.values().get(state).get(action) + (first ? off(exercise.tolerance()) : 0);
                fields.removeFirst().setText(Double.toString(value));
                first = false;
            }
        }
    }

    private void arrows(Map<String, Set<String>> right, boolean wanted) {
        boolean spoil = !wanted;
        for (Button cell : all(Button.class)) {
            if (!cell.getStyleClass().contains("lesson-policy-cell")) {
                continue;
            }
            String state = cell.getAccessibleText().replaceFirst("State (.*): .*", "$1");
            boolean spoilt = spoil;
            for (int tries = 0; tries < 9; tries++) {
                cell.fire();
                String action = cell.getAccessibleText().replaceFirst(".*: ", "");
                if (right.get(state).contains(action) != spoilt) {
                    spoil = spoil && !spoilt;
                    break;
                }
            }
        }
    }

    private void predict(Exercise.Predict exercise, Expected expected, boolean right) {
        switch (expected) {
            case Expected.Number(double value) -> number(value + (right ? 0 : off(exercise.tolerance())));
            case Expected.Word(var words) ->
                all(TextField.class).getFirst().setText(right ? words.iterator().next() : "none of it");
            case Expected.Chosen(var options) when exercise.options().size() > 1 -> choose(options, right);
            default -> throw new AssertionError("a prediction has no other answers: " + expected);
        }
    }

    /// Wrong are the settings that the lesson's simulation has: an exercise begins with what is not good enough.
    private void settings(Exercise.Tune exercise, Lesson lesson, boolean right) {
        var fields = new ArrayList<>(all(TextField.class));
        var simulation = lesson.simulations().get(exercise.task().simulation().orElseThrow()).experiment();
        exercise.example().forEach((path, value) -> fields.removeFirst().setText(right ? value : set(simulation, path)));
    }

    private static String set(rewardscope.lesson.Node.Mapping simulation, String path) {
        int dot = path.indexOf('.');
        return simulation.get(path.substring(0, dot))
                .map(rewardscope.lesson.Node.Mapping.class::cast)
                .flatMap(mapping -> mapping.get(path.substring(dot + 1)))
                .map(rewardscope.lesson.Node::written)
                .orElse("0");
    }
}
