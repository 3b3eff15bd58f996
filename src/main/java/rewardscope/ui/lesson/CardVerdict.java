package rewardscope.ui.lesson;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/// What a card says about the last answer: a mark and a sentence, or a sentence alone that is no verdict.
final class CardVerdict {
    private final Label mark = new Label();
    private final HBox row = new HBox(8, mark);
    private String said = "";

    CardVerdict() {
        mark.getStyleClass().add("lesson-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        hide();
    }

    Node node() {
        return row;
    }

    void say(boolean right, String words) {
        show(words);
        Marks.set(mark, right);
        Fields.show(mark, true);
        row.getChildren().getLast().pseudoClassStateChanged(Marks.RIGHT, right);
    }

    /// A word that is no verdict.
    void note(String words) {
        show(words);
        Marks.set(mark, null);
        Fields.show(mark, false); // no gap where there is none
    }

    private void show(String words) {
        said = words;
        TextFlow sentence = LessonText.plain(words, "lesson-verdict"); // an option may be in any script
        sentence.setAccessibleText(words);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        row.getChildren().setAll(mark, sentence);
        Fields.show(row, true);
    }

    /// The last verdict is not that of what is being judged now.
    void hide() {
        Fields.show(row, false);
    }

    /// What is said at the moment, if anything is.
    Optional<String> words() {
        return row.isVisible() ? Optional.of(said) : Optional.empty();
    }
}
