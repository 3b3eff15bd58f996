package rewardscope.ui.present;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// A dot that follows the mouse: red within white within black, so that it stands out from every background.
final class Laser {
    private final StackPane over;
    private final Pane sheet = new Pane();
    private final Group dot;
    private final EventHandler<MouseEvent> follow = this::follow;

    Laser(StackPane over) {
        this.over = over;
        dot = new Group(new Circle(15, Color.BLACK), new Circle(13, Color.WHITE), new Circle(10, Color.web("#E3001B")));
        dot.setId("laser");
        dot.setVisible(false); // until the mouse moves, nobody knows where it is
        sheet.getChildren().add(dot);
        sheet.setMouseTransparent(true);
    }

    void toggle() {
        if (shown()) {
            hide();
        } else {
            over.getChildren().add(sheet);
            over.addEventFilter(MouseEvent.ANY, follow);
            over.setCursor(Cursor.NONE);
        }
    }

    boolean shown() {
        return over.getChildren().contains(sheet);
    }

    void hide() {
        over.getChildren().remove(sheet);
        over.removeEventFilter(MouseEvent.ANY, follow);
        over.setCursor(Cursor.DEFAULT);
        dot.setVisible(false);
    }

    private void follow(MouseEvent event) {
        var place = over.sceneToLocal(event.getSceneX(), event.getSceneY());
        dot.setTranslateX(place.getX());
        dot.setTranslateY(place.getY());
        dot.setVisible(event.getEventType() != MouseEvent.MOUSE_EXITED);
    }
}
