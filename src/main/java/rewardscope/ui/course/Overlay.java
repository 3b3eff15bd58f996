package rewardscope.ui.course;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.ui.theme.Sheets;

/// A page over everything else, one at a time. The focus goes back where it was when the page closes.
public final class Overlay {
    private final StackPane over;
    private final VBox page = new VBox();
    private final Label title = new Label();
    private final Button close = new Button("Close");
    private final HBox header;
    private Optional<Node> before = Optional.empty();

    /// @param over where the page is laid on top
    public Overlay(StackPane over) {
        this.over = over;
        title.getStyleClass().add("heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setOnAction(_ -> hide());
        header = new HBox(12, title, space, close);
        header.setAlignment(Pos.CENTER_LEFT);
        page.getStyleClass().add("course-page");
        Sheets.need(page, "course");
        page.setId("course-page");
    }

    /// Shows a page in place of whatever page there is.
    ///
    /// @param focus what gets the keyboard
    public void show(String heading, Node content, Node focus) {
        title.setText(heading);
        VBox.setVgrow(content, Priority.ALWAYS);
        page.getChildren().setAll(header, content);
        if (!shown()) {
            before = Optional.ofNullable(over.getScene()).map(scene -> scene.getFocusOwner());
            over.getChildren().add(page);
        }
        page.applyCss(); // what lies in a scroll pane has no scene, and takes no keyboard, before that has its skin
        focus.requestFocus();
    }

    public boolean shown() {
        return over.getChildren().contains(page);
    }

    /// Whether the page with a heading is shown.
    public boolean shows(String heading) {
        return shown() && title.getText().equals(heading);
    }

    public void hide() {
        over.getChildren().remove(page);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
