package rewardscope.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Something on paper with round corners and a fine edge. The paper lies beside what is on it, not around it: of whatever
/// changes, all that is around it is painted anew with it, frame by frame, and what is beside and hidden is not. Without a
/// graphics card a round corner makes its whole ground dear.
final class Card extends StackPane {
    private final Region paper = new Region();

    Card(Node... content) {
        paper.getStyleClass().add("card");
        paper.setMouseTransparent(true);
        setContent(content);
    }

    /// Lays something else on it.
    void setContent(Node... content) {
        getChildren().setAll(paper);
        getChildren().addAll(content);
    }
}
