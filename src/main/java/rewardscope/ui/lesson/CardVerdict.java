package rewardscope.ui.lesson;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What a card says about the last answer: a mark and a sentence, or a sentence alone that is no verdict.
final class CardVerdict {
    private final Label mark = new Label();
    private final Label sentence = new Label();
    private final HBox row = new HBox(8, mark, sentence);

    CardVerdict() {
        mark.getStyleClass().add("lesson-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("lesson-verdict");
        sentence.setWrapText(true);
        hide();
    }

    Node node() {
        return row;
    }

    void say(boolean right, String words) {
        Marks.set(mark, right);
        sentence.setText(words);
        sentence.setWrapText(!Direction.turns(words));
        sentence.pseudoClassStateChanged(Marks.RIGHT, right);
        sentence.pseudoClassStateChanged(Marks.WRONG, !right);
        Fields.show(row, true);
    }

    /// A word that is no verdict.
    void note(String words) {
        say(false, words);
        Marks.set(mark, null);
        sentence.pseudoClassStateChanged(Marks.WRONG, false);
    }

    /// The last verdict is not that of what is being judged now.
    void hide() {
        Fields.show(row, false);
    }

    /// What is said at the moment, if anything is.
    Optional<String> words() {
        return row.isVisible() ? Optional.of(sentence.getText()) : Optional.empty();
    }
}
