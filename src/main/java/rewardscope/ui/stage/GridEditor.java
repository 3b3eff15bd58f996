package rewardscope.ui.stage;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rewardscope.env.preset.Presets;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;
import rewardscope.ui.Spinners;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// Paints grid worlds. What comes out is the `environment` mapping of an experiment, as plain maps.
public final class GridEditor {
    /// What the brush does.
    public enum Tool {
        WALL("Wall", "Nobody can go there"),
        FREE("Free", "A plain cell"),
        START("Start", "Episodes start here; with several starts, one is drawn"),
        REWARD("Reward", "Pays, and may end the episode");

        private final String label;
        private final String meaning;

        Tool(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }
    }

    private static final String NO_NUMBER = "Write a number such as −0.04.";
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final BorderPane root = new BorderPane();
    private final DraftHistory history = new DraftHistory(GridDraft.blank(4, 5));
    private final DraftCanvas canvas = new DraftCanvas(history, this::touch);
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Tool, ToggleButton> tools = new EnumMap<>(Tool.class);
    private final TextField reward = new TextField("1");
    private final CheckBox ends = new CheckBox("ends the episode");
    private final CheckBox exit = new CheckBox("paid by exit");
    private final Spinner<Integer> height = Spinners.whole(1, 60, 4);
    private final Spinner<Integer> width = Spinners.whole(1, 60, 5);
    private final TextField stepReward = new TextField("0");
    private final TextField noise = new TextField("0");
    private final Button undo = new Button("Undo");
    private final Button redo = new Button("Redo");
    private final Label wrong = new Label();
    private Tool tool = Tool.WALL;
    private boolean showing;

    public GridEditor() {
        root.getStyleClass().add("grid-editor");
        Sheets.need(root, "stage");
        root.setTop(toolbar());
        root.setCenter(canvas);
        BorderPane.setMargin(canvas, new Insets(0, 8, 0, 8)); // the grid has a margin of its own: together that of the bars
        root.setBottom(settings());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        history.now().subscribe(this::show);
        select(Tool.WALL);
    }

    /// Takes the keyboard to the grid.
    public void takeFocus() {
        canvas.requestFocus();
    }

    public Node node() {
        return root;
    }

    public void use(Palette palette) {
        canvas.use(palette);
    }

    /// The grid as it is drawn now.
    public ReadOnlyObjectProperty<GridDraft> draft() {
        return history.now();
    }

    /// The `environment` mapping of an experiment in this grid.
    public Map<String, Object> environment() {
        return history.now().get().toSource();
    }

    /// Opens the grid of an experiment, given as its plain maps; returns whether it has one.
    public boolean open(Map<String, Object> experiment) {
        Optional<GridDraft> draft = environmentOf(experiment).flatMap(GridDraft::of);
        draft.ifPresent(history::open);
        return draft.isPresent();
    }

    /// The keys of the environment, a preset's own below those that the author set.
    private static Optional<Map<String, Object>> environmentOf(Map<String, Object> experiment) {
        if (!(experiment.get("environment") instanceof Map<?, ?> written)) {
            return Optional.empty();
        }
        var keys = new LinkedHashMap<String, Object>();
        if (written.get("preset") instanceof String preset) {
            Presets.yaml(preset)
                    .flatMap(yaml -> YamlReader.read(yaml, new Problems(Path.of(preset + ".yaml"))))
                    .filter(node -> node instanceof rewardscope.lesson.Node.Mapping)
                    .ifPresent(node -> keys.putAll(((rewardscope.lesson.Node.Mapping) node).plain()));
        }
        written.forEach((key, value) -> keys.put(String.valueOf(key), value));
        keys.remove("preset");
        return Optional.of(keys);
    }

    public void select(Tool wanted) {
        tools.get(wanted).setSelected(true);
    }

    public void undo() {
        history.undo();
    }

    public void redo() {
        history.redo();
    }

    /// Uses the brush on a cell.
    void touch(DraftCanvas.Touch touch) {
        GridDraft now = history.now().get();
        int r = touch.row();
        int c = touch.column();
        GridDraft next =
                switch (tool) {
                    case WALL -> now.with(r, c, GridDraft.WALL);
                    case FREE -> now.with(r, c, GridDraft.FREE);
                    case START -> now.with(r, c, GridDraft.START);
                    case REWARD -> paid(now, r, c);
                };
        if (touch.first()) {
            history.beginStroke(next);
        } else {
            history.change(next);
        }
    }

    private GridDraft paid(GridDraft now, int r, int c) {
        Optional<Double> value = number(reward);
        wrong.setText(value.isPresent() ? "" : NO_NUMBER);
        return value.map(each -> now.pay(r, c, each, ends.isSelected(), exit.isSelected())).orElse(now);
    }

    private Node toolbar() {
        var bar = new FlowPane(8, 8);
        bar.getStyleClass().add("editor-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (Tool each : Tool.values()) {
            var button = new ToggleButton(each.label);
            button.setToggleGroup(group);
            int key = each.ordinal() + 1;
            button.setTooltip(new Tooltip(each.meaning + " (" + key + ")"));
            button.selectedProperty().subscribe(on -> {
                if (on) {
                    tool = each;
                    boolean pays = each == Tool.REWARD;
                    reward.setDisable(!pays);
                    ends.setDisable(!pays);
                    exit.setDisable(!pays || !ends.isSelected());
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            tools.put(each, button);
            bar.getChildren().add(button);
        }
        reward.setPrefColumnCount(5);
        reward.setAccessibleText("Reward that the brush paints");
        reward.setOnAction(_ -> takeFocus());
        ends.setSelected(true);
        ends.selectedProperty().subscribe(on -> exit.setDisable(!on || tool != Tool.REWARD));
        undo.setOnAction(_ -> undo());
        redo.setOnAction(_ -> redo());
        undo.setTooltip(new Tooltip("Undo (" + UNDO.getDisplayText() + ")"));
        redo.setTooltip(new Tooltip("Redo (" + REDO.getDisplayText() + ")"));
        bar.getChildren().addAll(reward, ends, exit, undo, redo);
        return bar;
    }

    private Node settings() {
        height.setPrefWidth(84);
        width.setPrefWidth(84);
        height.getValueFactory().setConverter(new WholeNumbers(height));
        width.getValueFactory().setConverter(new WholeNumbers(width));
        height.setEditable(true);
        width.setEditable(true);
        height.valueProperty().subscribe(value -> resize(value, width.getValue()));
        width.valueProperty().subscribe(value -> resize(height.getValue(), value));
        onNumber(stepReward, value -> history.change(history.now().get().withNumber("step-reward", value)), -1e12, 1e12);
        onNumber(noise, value -> history.change(history.now().get().withNumber("noise", value)), 0, 1);
        wrong.getStyleClass().add("editor-wrong");
        var bar = new FlowPane(
                16,
                8,
                labelled("Rows", height),
                labelled("Columns", width),
                labelled("Reward of a step", stepReward),
                labelled("Noise", noise),
                wrong);
        bar.getStyleClass().add("editor-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return new VBox(bar);
    }

    private static Node labelled(String text, javafx.scene.control.Control control) {
        var label = new Label(text);
        label.setLabelFor(control);
        var box = new HBox(8, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void onNumber(TextField field, DoubleConsumer change, double min, double max) {
        field.setPrefColumnCount(5);
        Runnable read = () -> {
            if (showing) {
                return;
            }
            Optional<Double> value = number(field).filter(v -> v >= min && v <= max);
            value.ifPresent(change::accept);
            wrong.setText(
                    value.isPresent()
                            ? ""
                            : max == 1 ? "Noise is a number from 0 to 1." : NO_NUMBER);
        };
        field.setOnAction(_ -> read.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                read.run();
            }
        });
    }

    private static Optional<Double> number(TextField field) {
        try {
            String text = field.getText().strip().replace(',', '.').replace('−', '-');
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void resize(int rows, int columns) {
        if (!showing) {
            history.change(history.now().get().resized(rows, columns));
        }
    }

    private void show(GridDraft draft) {
        showing = true;
        height.getValueFactory().setValue(draft.height());
        width.getValueFactory().setValue(draft.width());
        stepReward.setText(text(draft.number("step-reward")));
        noise.setText(text(draft.number("noise")));
        undo.setDisable(!history.canUndo());
        redo.setDisable(!history.canRedo());
        showing = false;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private void key(KeyEvent e) {
        if (REDO.match(e)) {
            redo();
            e.consume();
        } else if (UNDO.match(e)) {
            undo();
            e.consume();
        } else if (canvas.isFocused()) {
            toolOf(e.getCode()).ifPresent(wanted -> {
                select(wanted);
                e.consume();
            });
        }
    }

    /// By the key, not by its letter: on some keyboards digits need Shift.
    private static Optional<Tool> toolOf(KeyCode key) {
        return switch (key) {
            case DIGIT1, NUMPAD1 -> Optional.of(Tool.WALL);
            case DIGIT2, NUMPAD2 -> Optional.of(Tool.FREE);
            case DIGIT3, NUMPAD3 -> Optional.of(Tool.START);
            case DIGIT4, NUMPAD4 -> Optional.of(Tool.REWARD);
            default -> Optional.empty();
        };
    }

    /// For tests.
    TextField rewardField() {
        return reward;
    }
}
