package rewardscope.ui.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.sim.Frame;

/// One sentence above everything else, in front of a class too: what went wrong and what to do about it, or what went
/// well. It stays until the next one, until it is closed, or until what it speaks of is mended.
final class NoticeLine {
    private static final PseudoClass WELL = PseudoClass.getPseudoClass("well");

    private final Label words = new Label();
    private final FontIcon sign = new FontIcon(Material2MZ.WARNING);
    private final HBox line;
    private final VBox room = new VBox();
    private Optional<String> failure = Optional.empty();

    NoticeLine() {
        words.getStyleClass().add("notice");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = new Button("", new FontIcon(Material2AL.CLOSE));
        close.setId("close-notice");
        close.setTooltip(new Tooltip("Take this sentence away"));
        close.setAccessibleText("Take this sentence away");
        close.setOnAction(_ -> say(""));
        line = new HBox(sign, words, close);
        line.getStyleClass().add("notice-line");
        VBox.setMargin(line, new Insets(8, 8, 4, 8));
    }

    Region node() {
        return room;
    }

    /// Shows a sentence about something that went well.
    void inform(String sentence) {
        say(sentence);
        sign.setIconCode(Material2AL.CHECK);
        line.pseudoClassStateChanged(WELL, true);
    }

    /// Shows a sentence about trouble, or takes the one that is there away if it is empty.
    void say(String sentence) {
        line.pseudoClassStateChanged(WELL, false);
        sign.setIconCode(Material2MZ.WARNING);
        words.setText(sentence);
        if (sentence.isEmpty()) {
            room.getChildren().clear();
        } else if (room.getChildren().isEmpty()) {
            room.getChildren().add(line);
        }
    }

    /// Takes a sentence away, if it is still the one that is shown.
    void withdraw(String sentence) {
        if (words.getText().equals(sentence)) {
            say("");
        }
    }

    /// Says why a run stopped, until it can go on.
    void show(Frame frame) {
        Optional<String> now = frame.status() instanceof Frame.Status.Failed(String sentence)
                ? Optional.of(sentence)
                : Optional.empty();
        if (!now.equals(failure)) {
            failure.ifPresent(this::withdraw);
            now.ifPresent(this::say);
            failure = now;
        }
    }
}
