package rewardscope.ui.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import rewardscope.ui.Scrolls;
import rewardscope.ui.course.Overlay;

/// The page of choices; each takes effect at once.
public final class AccessPage {
    private static final String HEADING = "Seeing, hearing, moving";
    private static final List<Integer> SIZES = List.of(100, 115, 130, 150, 175, 200);

    private final VBox box = new VBox(20);
    private final ScrollPane scroll = Scrolls.around(box);
    private final List<ToggleButton> sizes = new ArrayList<>();
    private final CheckBox still = new CheckBox("Nothing moves");
    private final CheckBox tones = new CheckBox("Hear the TD error");

    /// @param chosen told the choices when one of them changes
    /// @param size told the size of the text when it is changed: 1 to 2
    public AccessPage(Consumer<Access> chosen, DoubleConsumer size) {
        var group = new ToggleGroup();
        var row = new FlowPane(8, 8);
        row.setAlignment(Pos.CENTER_LEFT);
        for (int percent : SIZES) {
            var button = new ToggleButton(percent + " %");
            button.setToggleGroup(group);
            button.setId("text-" + percent);
            button.setAccessibleText("Text at " + percent + " percent");
            button.setOnAction(_ -> {
                button.setSelected(true);
                size.accept(percent / 100.0);
            });
            sizes.add(button);
        }
        row.getChildren().addAll(sizes);
        still.setId("still");
        still.setOnAction(_ -> chosen.accept(choices()));
        tones.setId("tones");
        tones.setOnAction(_ -> chosen.accept(choices()));
        box.getChildren().addAll(
                part("Text size", row, "Of the whole window; Ctrl + and Ctrl − do the same."),
                part(
                        "Movement",
                        still,
                        "The agent is where it is at once, and numbers do not slide into the equation. Where the system asks"
                                + " for less movement, this is on from the start."),
                part(
                        "Sound",
                        tones,
                        "A tone for each act that you watch: high where things went better than expected (δ\u00a0>\u00a00), low where"
                                + " worse, the A in the middle where just so; louder the larger the error. Best at a few acts a"
                                + " second."));
        box.getStyleClass().add("access-page");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("paper", "edge-to-edge");
    }

    private static Node part(String title, Node choice, String meaning) {
        var heading = new Label(title);
        heading.getStyleClass().add("course-title");
        var words = new Label(meaning);
        words.setWrapText(true);
        words.setMaxWidth(560);
        words.getStyleClass().add("course-note");
        return new VBox(6, heading, choice, words);
    }

    private Access choices() {
        return new Access(still.isSelected(), tones.isSelected());
    }

    /// @param textSize what the window has now, where 1 is 100 %
    public void show(Overlay overlay, Access now, double textSize) {
        if (overlay.shows(HEADING)) {
            overlay.hide();
            return;
        }
        choose(now);
        sizes.forEach(button -> button.setSelected(button.getId().equals("text-" + Math.round(100 * textSize))));
        overlay.show(HEADING, scroll, still);
    }

    /// Shows choices that were made elsewhere.
    public void choose(Access now) {
        still.setSelected(now.still());
        tones.setSelected(now.tones());
    }
}
