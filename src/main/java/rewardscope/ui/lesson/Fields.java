package rewardscope.ui.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Response;
import rewardscope.lesson.Verdict;
import rewardscope.ui.equation.Figures;

/// The kinds of answer field but for the grid of arrows.
final class Fields {
    private Fields() {}

    /// A number, or a word where the answer may be one.
    static final class OneLine implements AnswerField {
        private final TextField field = new TextField();
        private final boolean words;

        OneLine(Memory memory, boolean words) {
            this.words = words;
            field.setPromptText(words ? "a number or a word" : "a number");
            field.setAccessibleText("Your answer");
            field.getStyleClass().add("lesson-number");
            if (words) {
                field.getStyleClass().add("lesson-word");
            }
            field.setText(memory.get("answer"));
            field.textProperty().addListener((_, _, text) -> memory.fields.put("answer", text));
        }

        TextField field() {
            return field;
        }

        @Override
        public Node node() {
            return field;
        }

        @Override
        public Optional<Response> read() {
            OptionalDouble number = Response.number(field.getText());
            if (number.isPresent()) {
                return Optional.of(new Response.Number(number.getAsDouble()));
            }
            return words && !field.getText().isBlank()
                    ? Optional.of(new Response.Word(field.getText().strip()))
                    : Optional.empty();
        }

        @Override
        public String missing() {
            return words ? "Write your answer first." : "Write a number, such as 0.25, 0,25 or 1/4.";
        }

        @Override
        public void mark(Verdict verdict) {}

        @Override
        public void unmark() {}

        @Override
        public void setEditable(boolean editable) {
            field.setEditable(editable);
        }

        @Override
        public String words(Expected expected) {
            return switch (expected) {
                case Expected.Number(double value) -> Figures.exact(value);
                case Expected.Word(var all) -> String.join(" or ", all);
                default -> "";
            };
        }
    }

    /// One option or several, each with its own text and, once chosen, the author's answer to it.
    static final class Options implements AnswerField {
        private final VBox box = new VBox();
        private final List<ToggleLike> toggles = new ArrayList<>();
        private final List<Exercise.Option> options;
        private final List<VBox> feedback = new ArrayList<>();
        private final boolean one;

        private record ToggleLike(Node node, java.util.function.BooleanSupplier chosen) {}

        Options(List<Exercise.Option> options, boolean one, LessonText text, Memory memory) {
            this.options = options;
            this.one = one;
            box.getStyleClass().add("lesson-options");
            var group = new ToggleGroup();
            for (int i = 0; i < options.size(); i++) {
                String key = "option" + i;
                boolean before = memory.get(key).equals("true");
                Node content = text.column(options.get(i).text());
                content.setMouseTransparent(true);
                if (one) {
                    var button = new RadioButton();
                    button.setToggleGroup(group);
                    button.setSelected(before);
                    button.selectedProperty().addListener((_, _, on) -> memory.fields.put(key, on.toString()));
                    button.setAccessibleText(options.get(i).words());
                    add(button, content, button::isSelected, () -> button.setSelected(true));
                } else {
                    var button = new CheckBox();
                    button.setSelected(before);
                    button.selectedProperty().addListener((_, _, on) -> memory.fields.put(key, on.toString()));
                    button.setAccessibleText(options.get(i).words());
                    add(button, content, button::isSelected, () -> button.setSelected(!button.isSelected()));
                }
                VBox answer = text.column(options.get(i).feedback());
                answer.getStyleClass().add("lesson-option-feedback");
                show(answer, false);
                feedback.add(answer);
                box.getChildren().add(answer);
            }
        }

        private void add(Node button, Node content, java.util.function.BooleanSupplier chosen, Runnable choose) {
            HBox.setHgrow(content, Priority.ALWAYS);
            var row = new HBox(button, content);
            row.getStyleClass().add("lesson-option");
            row.setNodeOrientation(content.getNodeOrientation());
            row.setOnMouseClicked(_ -> {
                if (!button.isDisabled()) {
                    button.requestFocus();
                    choose.run();
                }
            });
            toggles.add(new ToggleLike(button, chosen));
            box.getChildren().add(row);
        }

        @Override
        public Node node() {
            return box;
        }

        private Set<Integer> chosen() {
            var set = new TreeSet<Integer>();
            for (int i = 0; i < toggles.size(); i++) {
                if (toggles.get(i).chosen().getAsBoolean()) {
                    set.add(i);
                }
            }
            return set;
        }

        @Override
        public Optional<Response> read() {
            var set = chosen();
            return one && set.isEmpty() ? Optional.empty() : Optional.of(new Response.Chosen(set));
        }

        @Override
        public String missing() {
            return "Choose one first.";
        }

        @Override
        public void mark(Verdict verdict) {
            var set = chosen();
            for (int i = 0; i < feedback.size(); i++) {
                show(feedback.get(i), set.contains(i) && !options.get(i).feedback().isEmpty());
            }
        }

        @Override
        public void unmark() {
            feedback.forEach(node -> show(node, false));
        }

        @Override
        public void setEditable(boolean editable) {
            toggles.forEach(toggle -> toggle.node().setDisable(!editable));
        }

        @Override
        public String words(Expected expected) {
            return switch (expected) {
                case Expected.Chosen(var right) -> right.stream()
                        .map(i -> options.get(i).words())
                        .collect(Collectors.joining("; "));
                default -> "";
            };
        }
    }

    /// A number for each state, or each state and action.
    static final class Table implements AnswerField {
        private final GridPane grid = new GridPane();
        private final Map<String, TextField> fields = new LinkedHashMap<>();
        private final Map<String, Label> marks = new LinkedHashMap<>();
        private final List<String> states;
        private final List<String> actions;

        Table(Exercise.Table exercise, Memory memory) {
            states = exercise.states();
            actions = exercise.actions().isEmpty() ? List.of("") : exercise.actions();
            grid.getStyleClass().add("lesson-answer-table");
            for (int column = 0; column < actions.size(); column++) {
                String title = actions.get(column).isEmpty() ? "value" : actions.get(column);
                grid.add(header(title), column + 1, 0);
            }
            grid.add(header("state"), 0, 0);
            for (int row = 0; row < states.size(); row++) {
                grid.add(header(states.get(row)), 0, row + 1);
                for (int column = 0; column < actions.size(); column++) {
                    grid.add(cell(states.get(row), actions.get(column), memory), column + 1, row + 1);
                }
            }
        }

        private static Label header(String text) {
            var label = new Label(text);
            label.getStyleClass().add("lesson-answer-header");
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }

        private static String key(String state, String action) {
            return action.isEmpty() ? state : state + " " + action;
        }

        private Node cell(String state, String action, Memory memory) {
            String key = key(state, action);
            var field = new TextField(memory.get(key));
            field.getStyleClass().add("lesson-number");
            field.setAccessibleText("State " + key);
            field.textProperty().addListener((_, _, text) -> memory.fields.put(key, text));
            var mark = new Label();
            mark.getStyleClass().add("lesson-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            fields.put(key, field);
            marks.put(key, mark);
            var entry = new HBox(4, field, mark);
            entry.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            return entry;
        }

        @Override
        public Node node() {
            return grid;
        }

        @Override
        public Optional<Response> read() {
            var values = new LinkedHashMap<String, Map<String, Double>>();
            for (String state : states) {
                for (String action : actions) {
                    OptionalDouble number = Response.number(fields.get(key(state, action)).getText());
                    if (number.isEmpty()) {
                        return Optional.empty();
                    }
                    values.computeIfAbsent(state, _ -> new LinkedHashMap<>()).put(action, number.getAsDouble());
                }
            }
            return Optional.of(new Response.Table(values));
        }

        @Override
        public String missing() {
            return "Fill in every field with a number first.";
        }

        @Override
        public void mark(Verdict verdict) {
            marks.forEach((key, mark) -> Marks.set(mark, verdict.parts().get(key)));
        }

        @Override
        public void unmark() {
            marks.values().forEach(mark -> Marks.set(mark, null));
        }

        @Override
        public void setEditable(boolean editable) {
            fields.values().forEach(field -> field.setEditable(editable));
        }

        @Override
        public String words(Expected expected) {
            var words = new ArrayList<String>();
            if (expected instanceof Expected.Table(var values)) {
                values.forEach((state, row) -> row.forEach((action, value) ->
                        words.add(key(state, action) + ": " + Figures.brief(value))));
            }
            return String.join(", ", words);
        }
    }

    static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// A toggle that looks like a segment of a row of choices.
    static ToggleButton segment(String words, ToggleGroup group) {
        var button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.getStyleClass().add("lesson-segment");
        return button;
    }
}
