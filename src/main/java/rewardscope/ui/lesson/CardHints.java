package rewardscope.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import rewardscope.lesson.Block;

/// The hints of a card, one at a time, and the button that gives the next one.
final class CardHints {
    private final List<List<Block>> all;
    private final LessonText text;
    private final Memory memory;
    private final Button button = new Button();
    private final VBox given = new VBox();

    /// @param asked called when a hint was asked for
    CardHints(List<List<Block>> all, LessonText text, Memory memory, Runnable asked) {
        this.all = all;
        this.text = text;
        this.memory = memory;
        button.getStyleClass().add("lesson-quiet");
        given.getStyleClass().add("lesson-hints");
        Fields.show(given, false);
        button.setOnAction(_ -> {
            next();
            asked.run();
        });
        int before = memory.hintsShown;
        memory.hintsShown = 0;
        for (int i = 0; i < before; i++) {
            next();
        }
        label();
    }

    Button button() {
        return button;
    }

    /// The hints that were given.
    Node node() {
        return given;
    }

    boolean oneIsLeft() {
        return memory.hintsShown < all.size();
    }

    private void next() {
        if (oneIsLeft()) {
            VBox box = text.column(all.get(memory.hintsShown));
            box.getStyleClass().add("lesson-hint");
            given.getChildren().add(box);
            Fields.show(given, true);
            memory.hintsShown++;
        }
        label();
    }

    private void label() {
        int left = all.size() - memory.hintsShown;
        button.setText(left == 1 ? "Hint (the last)" : "Hint (" + left + " left)");
        Fields.show(button, left > 0);
    }
}
