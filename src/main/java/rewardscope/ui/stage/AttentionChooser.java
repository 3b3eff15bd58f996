package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import rewardscope.agent.language.LanguageLook;

/// Chooses the layer and the head whose attention is drawn.
final class AttentionChooser extends HBox {
    private final Consumer<AttentionChoice> chosen;
    private final Label layerName = new Label("Layer");
    private final Label headName = new Label("Head");
    private int layers = -1;
    private int heads = -1;
    private AttentionChoice choice = AttentionChoice.FIRST;

    AttentionChooser(Consumer<AttentionChoice> chosen) {
        super(8);
        this.chosen = chosen;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("attention-chooser");
    }

    /// Offers the layers and heads that a model has; what was chosen stays if it is among them.
    void offer(LanguageLook look) {
        if (look.trouble().isPresent() || (look.layers() == layers && look.heads() == heads)) {
            return;
        }
        layers = look.layers();
        heads = look.heads();
        if (choice.layer() >= layers || choice.head() >= heads) {
            choice = AttentionChoice.FIRST;
        }
        var layerNames = new ArrayList<String>();
        for (int l = 1; l <= layers; l++) {
            layerNames.add(Integer.toString(l));
        }
        var headNames = new ArrayList<>(List.of("all"));
        for (int h = 1; h <= heads; h++) {
            headNames.add(Integer.toString(h));
        }
        var layerButtons = segments(layerNames, choice.layerOf(layers), "Attention in layer ",
                l -> choose(new AttentionChoice(l, choice.head())));
        var headButtons = segments(headNames, choice.head() + 1, "Attention of head ",
                h -> choose(new AttentionChoice(choice.layer(), h - 1)));
        getChildren().setAll(layerName, layerButtons, headName, headButtons);
    }

    private void choose(AttentionChoice wanted) {
        choice = wanted;
        chosen.accept(wanted);
    }

    private static SegmentedButton segments(List<String> names, int selected, String what, Consumer<Integer> action) {
        var group = new ToggleGroup();
        var buttons = new SegmentedButton();
        buttons.setToggleGroup(group);
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            var button = new ToggleButton(names.get(i));
            button.setTooltip(new Tooltip(what + names.get(i)));
            button.setAccessibleText(what + names.get(i));
            button.setSelected(i == selected);
            button.selectedProperty().subscribe((was, on) -> {
                if (on && !was) {
                    action.accept(number);
                }
            });
            buttons.getButtons().add(button);
        }
        group.selectedToggleProperty().subscribe((was, now) -> {
            if (now == null && was != null) {
                was.setSelected(true); // one of them is always on
            }
        });
        return buttons;
    }
}
