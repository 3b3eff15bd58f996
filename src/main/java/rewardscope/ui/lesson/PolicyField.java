package rewardscope.ui.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Response;
import rewardscope.lesson.Verdict;
import rewardscope.sim.View;
import rewardscope.ui.equation.Figures;

/// The world as a grid of arrows: a click goes on to the next action of a state, an arrow key sets it.
final class PolicyField implements AnswerField {
    private static final Map<String, String> ARROWS = Map.of(
            "up", "↑", "down", "↓", "left", "←", "right", "→",
            "up-left", "↖", "up-right", "↗", "down-left", "↙", "down-right", "↘");
    private static final Map<KeyCode, String> KEYS = Map.of(
            KeyCode.UP, "up", KeyCode.DOWN, "down", KeyCode.LEFT, "left", KeyCode.RIGHT, "right");

    private final GridPane grid = new GridPane();
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final Map<String, Label> marks = new LinkedHashMap<>();
    private final FiniteMdp model;
    private final Layout layout;
    private final Memory memory;
    /// What there is no choice about, such as the exit of a goal: part of the answer, though nobody is asked for it.
    private final Map<String, String> forced = new LinkedHashMap<>();
    private boolean editable = true;

    /// @param states those to be filled in; empty for every state with a choice
    PolicyField(View.World.Finite world, List<String> states, Memory memory) {
        model = world.model();
        layout = world.layout();
        this.memory = memory;
        grid.getStyleClass().add("lesson-policy");
        for (int s = 0; s < model.states(); s++) {
            String name = layout.stateName(s);
            int[] possible = model.availableActions(s);
            if (states.isEmpty() && possible.length == 1) {
                forced.put(name, model.actionName(possible[0]));
            }
            boolean asked = states.isEmpty() ? model.availableActions(s).length > 1 : states.contains(name);
            switch (layout) {
                case Layout.Grid g -> grid.add(cell(s, name, asked), g.columnOf()[s], g.rowOf()[s]);
                case Layout.Track _ -> grid.add(cell(s, name, asked), 0, s);
                case Layout.Graph _ -> grid.add(cell(s, name, asked), s % 6, s / 6);
            }
        }
        if (layout instanceof Layout.Grid g) {
            for (int row = 0; row < g.rows(); row++) {
                for (int column = 0; column < g.columns(); column++) {
                    if (g.stateAt()[row][column] < 0) {
                        var wall = new Region();
                        wall.getStyleClass().add("lesson-policy-wall");
                        grid.add(wall, column, row);
                    }
                }
            }
        }
    }

    private Node cell(int s, String name, boolean asked) {
        if (!asked) {
            return plain(model.terminal(s) || model.availableActions(s).length == 1 ? reward(s) : 0);
        }
        var actions = IntStream.of(model.availableActions(s)).mapToObj(model::actionName).toList();
        var button = new Button();
        button.getStyleClass().add("lesson-policy-cell");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        buttons.put(name, button);
        set(name, memory.get(name));
        button.setOnAction(_ -> {
            int next = (actions.indexOf(chosen.getOrDefault(name, "")) + 1) % actions.size();
            set(name, actions.get(next));
        });
        button.setOnKeyPressed(event -> {
            String action = KEYS.getOrDefault(event.getCode(), "");
            if (actions.contains(action)) {
                set(name, action);
                event.consume();
            }
        });
        var mark = new Label();
        mark.getStyleClass().add("lesson-mark");
        mark.setMouseTransparent(true);
        marks.put(name, mark);
        var stack = new StackPane(button, mark);
        StackPane.setAlignment(mark, javafx.geometry.Pos.TOP_RIGHT);
        return stack;
    }

    /// A cell that nobody is asked about, so that the grid is seen whole: a goal or a pit with what it pays.
    private static Node plain(double reward) {
        String sign = reward > 0 ? "+" : reward < 0 ? "−" : "";
        var plain = new Label(reward == 0 ? "" : sign + Figures.brief(Math.abs(reward)));
        plain.getStyleClass().add("lesson-policy-plain");
        plain.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        plain.pseudoClassStateChanged(Marks.RIGHT, reward > 0);
        plain.pseudoClassStateChanged(Marks.WRONG, reward < 0);
        return plain;
    }

    private double reward(int s) {
        return layout instanceof Layout.Grid g
                ? g.cells().get(g.rowOf()[s]).get(g.columnOf()[s]).reward()
                : 0;
    }

    private void set(String state, String action) {
        if (!editable) {
            return;
        }
        Button button = buttons.get(state);
        button.setText(action.isEmpty() ? "·" : ARROWS.getOrDefault(action, action));
        button.setAccessibleText("State " + state + ": " + (action.isEmpty() ? "no action yet" : action));
        if (!action.isEmpty()) {
            chosen.put(state, action);
            memory.fields.put(state, action);
        }
        unmark();
    }

    @Override
    public Node node() {
        return grid;
    }

    @Override
    public Optional<Response> read() {
        if (chosen.size() < buttons.size()) {
            return Optional.empty();
        }
        var all = new LinkedHashMap<>(forced);
        all.putAll(chosen);
        return Optional.of(new Response.Policy(Map.copyOf(all)));
    }

    @Override
    public String missing() {
        int left = buttons.size() - chosen.size();
        return left == 1 ? "One state has no action yet." : left + " states have no action yet.";
    }

    @Override
    public void mark(Verdict verdict) {
        marks.forEach((state, mark) -> Marks.set(mark, verdict.parts().get(state)));
    }

    @Override
    public void unmark() {
        marks.values().forEach(mark -> Marks.set(mark, null));
    }

    @Override
    public void setEditable(boolean editable) {
        this.editable = editable;
    }

    @Override
    public String words(Expected expected) {
        return expected instanceof Expected.Policy(var actions)
                ? actions.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + String.join(" or ", entry.getValue()))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
