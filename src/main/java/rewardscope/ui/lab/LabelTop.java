package rewardscope.ui.lab;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is asked, who answers and who judges: the choices at the top of the page.
final class LabelTop {
    private static final Map<String, String> WORDS = Map.of("base", " (pre-trained)", "sft", " (fine-tuned)",
            "policy", " (in training)");

    private final LabelModel model;
    private final Runnable back;
    private final FlowPane kinds = new FlowPane(6, 6);
    private final TextField annotator = new TextField();
    private final ChoiceBox<String> writer = new ChoiceBox<>();
    private final VBox root = new VBox(8);
    private boolean showing;

    /// @param back gives the keys back to the page
    LabelTop(LabelModel model, Runnable back) {
        this.model = model;
        this.back = back;
        for (Kind kind : Kind.values()) {
            var button = new ToggleButton(kind.title());
            button.getStyleClass().add("chip");
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setUserData(kind);
            button.setGraphic(cap("Ctrl " + (kind.ordinal() + 1)));
            button.setOnAction(_ -> {
                model.kind(kind);
                show();
            });
            kinds.getChildren().add(button);
        }
        annotator.setText(model.annotator());
        annotator.setPrefColumnCount(9);
        annotator.setAccessibleText("Who judges");
        annotator.setOnAction(_ -> back.run());
        annotator.focusedProperty().subscribe(on -> {
            if (!on) {
                model.annotator(annotator.getText());
                annotator.setText(model.annotator());
            }
        });
        annotator.setMinWidth(Region.USE_PREF_SIZE);
        writer.setId("who-writes");
        writer.setAccessibleText("Who writes the answers");
        writer.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "nobody yet" : name + WORDS.getOrDefault(name, "");
            }

            @Override
            public String fromString(String text) {
                return text.split(" ")[0];
            }
        });
        writer.valueProperty().subscribe(this::chosen);
        kinds.setPrefWrapLength(1000);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var people = new HBox(8, named("Who writes"), writer, space, named("Who judges"), annotator);
        people.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(kinds, people);
        show();
    }

    Node node() {
        return root;
    }

    private static Label named(String words) {
        var label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A key, drawn as one.
    static Label cap(String keys) {
        var cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    boolean isNaming(Object focused) {
        return focused == annotator;
    }

    private void chosen(String name) {
        if (!showing && name != null) {
            model.model(Optional.of(name));
            back.run();
        }
    }

    /// As the model stands now.
    void show() {
        for (Node node : kinds.getChildren()) {
            if (node instanceof ToggleButton button) {
                button.setSelected(button.getUserData() == model.kind());
            }
        }
        showing = true; // setting the items and the value below is nobody's choice
        if (!writer.getItems().equals(model.writers())) {
            writer.getItems().setAll(model.writers());
        }
        writer.setValue(model.writer().orElse(null));
        writer.setDisable(model.writers().isEmpty());
        showing = false;
    }
}
