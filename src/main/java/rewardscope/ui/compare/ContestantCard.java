package rewardscope.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.ParameterSpec.Choice;
import rewardscope.agent.ParameterSpec.Count;
import rewardscope.agent.ParameterSpec.Counts;
import rewardscope.agent.ParameterSpec.Flag;
import rewardscope.agent.ParameterSpec.Hyper;
import rewardscope.ui.Signs;
import rewardscope.ui.theme.Palette;

/// One agent of a comparison: the stroke of its line, its type, what is set on it, and a form to change that.
final class ContestantCard extends VBox {
    private static final double ROOM_FOR_NAME = 114;

    private final Line stroke = new Line(0, 0, 22, 0);
    private final Label summary = new Label();
    private final Label wrong = new Label();
    private final ToggleButton settings = new ToggleButton("", new FontIcon(Material2MZ.TUNE));
    private final Button remove = new Button("", new FontIcon(Material2AL.CLOSE));
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Consumer<Contestant> changed;
    private Contestant contestant;

    /// @param changed told of every change of a setting
    /// @param removed told when it is to go
    ContestantCard(Contestant contestant, Consumer<Contestant> changed, Runnable removed) {
        this.contestant = contestant;
        this.changed = changed;
        var name = new Label(contestant.type().name());
        name.getStyleClass().add("contestant-name");
        name.setTooltip(new Tooltip(contestant.type().name() + ": " + contestant.type().title()));
        summary.getStyleClass().add("contestant-summary");
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        stroke.setStrokeWidth(3);
        settings.getStyleClass().add("contestant-button");
        settings.setTooltip(new Tooltip("Settings of this agent"));
        settings.setAccessibleText("Settings of " + contestant.type().name());
        remove.getStyleClass().add("contestant-button");
        remove.setTooltip(new Tooltip("Leave this agent out"));
        remove.setAccessibleText("Leave " + contestant.type().name() + " out");
        remove.setOnAction(_ -> removed.run());
        name.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(ROOM_FOR_NAME, name.prefWidth(-1)), name.fontProperty()));
        settings.setMinWidth(USE_PREF_SIZE);
        remove.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(6, stroke, name, summary, settings, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        wrong.setWrapText(true);
        wrong.getStyleClass().add("contestant-wrong");
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.setVisible(false);
        GridPane form = form();
        form.visibleProperty().bind(settings.selectedProperty());
        form.managedProperty().bind(settings.selectedProperty());
        getChildren().addAll(head, form, wrong);
        getStyleClass().add("contestant");
        summarise();
    }

    private GridPane form() {
        var form = new GridPane(8, 4);
        form.getStyleClass().add("contestant-form");
        int row = 0;
        for (ParameterSpec spec : contestant.type().parameters()) {
            Optional<Node> field = field(spec);
            if (field.isPresent()) {
                var label = new Label(Signs.of(spec.name()).isEmpty() ? Signs.orName(spec.name()) : Signs.of(spec.name()) + "  " + spec.name());
                label.setTooltip(new Tooltip(spec.meaning()));
                label.setLabelFor(field.get());
                field.get().setAccessibleText(spec.name() + ". " + spec.meaning());
                form.addRow(row++, label, field.get());
                GridPane.setHgrow(field.get(), Priority.ALWAYS);
                fields.put(spec.name(), field.get());
            }
        }
        return form;
    }

    /// A field for what can be written in one; tables and scripts stay as they are.
    private Optional<Node> field(ParameterSpec spec) {
        return switch (spec) {
            case Hyper hyper when hyper.onOff() ->
                Optional.of(choice(spec, List.of("true", "false"), Boolean.toString(hyper.initial() > 0)));
            case Hyper hyper -> Optional.of(text(spec, brief(hyper.initial())));
            case Count count -> Optional.of(text(spec, Integer.toString(count.initial())));
            case ParameterSpec.Number number -> Optional.of(text(spec, brief(number.initial())));
            case Counts counts -> Optional.of(text(spec, counts.initial().toString()));
            case Flag flag -> Optional.of(choice(spec, List.of("true", "false"), Boolean.toString(flag.initial())));
            case Choice choice -> Optional.of(choice(spec, choice.options(), choice.options().getFirst()));
            default -> Optional.empty();
        };
    }

    private static String brief(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6 ? Long.toString((long) number) : Double.toString(number);
    }

    private TextField text(ParameterSpec spec, String usual) {
        var field = new TextField(contestant.settings().getOrDefault(spec.name(), ""));
        field.setPromptText(usual);
        field.setPrefColumnCount(7);
        field.getStyleClass().add("contestant-field");
        field.setOnAction(_ -> set(spec.name(), field.getText()));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                set(spec.name(), field.getText());
            }
        });
        return field;
    }

    private ComboBox<String> choice(ParameterSpec spec, List<String> options, String usual) {
        var box = new ComboBox<String>();
        box.getItems().addAll(options);
        box.setValue(contestant.settings().getOrDefault(spec.name(), usual));
        box.setOnAction(_ -> set(spec.name(), box.getValue().equals(usual) ? "" : box.getValue()));
        return box;
    }

    private void set(String key, String text) {
        Contestant now = contestant.with(key, text);
        if (!now.equals(contestant)) {
            contestant = now;
            summarise();
            changed.accept(now);
        }
    }

    private void summarise() {
        summary.setText(contestant.summary());
        summary.setTooltip(contestant.summary().isEmpty() ? null : new Tooltip(contestant.summary()));
    }

    /// Takes what is being typed, as if the field had been left.
    void commit() {
        fields.forEach((key, field) -> {
            if (field instanceof TextField text) {
                set(key, text.getText());
            }
        });
    }

    /// Says what is wrong with the settings; nothing if the sentence is empty.
    void complain(String sentence) {
        wrong.setText(sentence);
        wrong.setVisible(!sentence.isEmpty());
    }

    void draw(Palette palette, int number, boolean canGo) {
        stroke.setStroke(Strokes.color(palette, number));
        stroke.getStrokeDashArray().clear();
        for (double length : Strokes.dashes(number)) {
            stroke.getStrokeDashArray().add(length);
        }
        remove.setDisable(!canGo);
    }

    Contestant contestant() {
        return contestant;
    }

    Button remove() {
        return remove;
    }

    ToggleButton settings() {
        return settings;
    }

    TextField field(String key) {
        return (TextField) fields.get(key);
    }

    String complaint() {
        return wrong.isVisible() ? wrong.getText() : "";
    }
}
