package rewardscope.ui.welcome;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import rewardscope.ui.theme.Sheets;

/// Goes from part to part of the window and says what each is for: the part lies in the light, everything else in the
/// shade, and a few words stand beside it.
public final class Tour {
    private static final double MARGIN = 6;
    private static final double GAP = 14;
    private static final double WIDTH = 340;
    private static final Color SHADE = Color.rgb(8, 12, 16, 0.62);

    private final Pane over;
    private final List<Stop> stops;
    private final Runnable ended;
    private final Pane layer = new Pane();
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final VBox bubble;
    private final ChangeListener<Number> resized = (_, _, _) -> Platform.runLater(this::place);
    private int at;

    /// One part of the window.
    ///
    /// @param where it is; where it cannot be seen the tour goes past it
    public record Stop(Node where, String title, String words) {
        boolean seen() {
            if (where.getScene() == null) {
                return false;
            }
            for (Node each = where; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return where.getLayoutBounds().getWidth() > 1;
        }
    }

    /// @param over what all stops are in
    /// @param ended called when the tour is over, however it ended
    Tour(Pane over, List<Stop> stops, Runnable ended) {
        this.over = over;
        this.stops = stops.stream().filter(Stop::seen).toList();
        this.ended = ended;
        layer.setManaged(false);
        layer.setId("tour");
        Sheets.need(layer, "welcome");
        count.getStyleClass().add("welcome-hint");
        title.getStyleClass().add("tour-title");
        words.setWrapText(true);
        next.getStyleClass().add("accent");
        next.setId("tour-next");
        next.setOnAction(_ -> next());
        back.setOnAction(_ -> back());
        var skip = new Hyperlink("Skip (Esc)");
        skip.setOnAction(_ -> end());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, skip, space, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        bubble = new VBox(8, count, title, words, buttons);
        bubble.getStyleClass().add("tour-bubble");
        bubble.setPrefWidth(WIDTH);
        bubble.setMaxWidth(WIDTH);
        bubble.setMinHeight(Region.USE_PREF_SIZE);
    }

    void start() {
        if (stops.isEmpty()) {
            ended.run();
            return;
        }
        over.getChildren().add(layer);
        over.widthProperty().addListener(resized);
        over.heightProperty().addListener(resized);
        go(0);
    }

    void next() {
        if (at + 1 < stops.size()) {
            go(at + 1);
        } else {
            end();
        }
    }

    void back() {
        go(Math.max(0, at - 1));
    }

    void end() {
        over.widthProperty().removeListener(resized);
        over.heightProperty().removeListener(resized);
        over.getChildren().remove(layer);
        ended.run();
    }

    private void go(int to) {
        at = to;
        Stop stop = stops.get(at);
        count.setText((at + 1) + " of " + stops.size());
        title.setText(stop.title());
        words.setText(stop.words());
        back.setDisable(at == 0);
        next.setText(at + 1 < stops.size() ? "Next" : "Done");
        place();
        next.requestFocus();
        next.setAccessibleText(stop.title() + ": " + stop.words() + " " + next.getText());
    }

    private void place() {
        if (layer.getParent() == null) {
            return;
        }
        double w = over.getWidth();
        double h = over.getHeight();
        layer.resizeRelocate(0, 0, w, h);
        Node where = stops.get(at).where();
        Bounds seen = over.sceneToLocal(where.localToScene(where.getLayoutBounds()));
        double left = Math.max(0, seen.getMinX() - MARGIN);
        double top = Math.max(0, seen.getMinY() - MARGIN);
        double right = Math.min(w, seen.getMaxX() + MARGIN);
        double bottom = Math.min(h, seen.getMaxY() + MARGIN);
        var hole = new Rectangle(left, top, right - left, bottom - top);
        hole.setArcWidth(16);
        hole.setArcHeight(16);
        Shape shade = Shape.subtract(new Rectangle(w, h), hole);
        shade.setFill(SHADE);
        layer.getChildren().setAll(shade, bubble);
        bubble.applyCss();
        double height = bubble.prefHeight(WIDTH);
        bubble.resize(WIDTH, height);
        boolean besideRight = right + GAP + WIDTH <= w;
        boolean besideLeft = left - GAP - WIDTH >= 0;
        double x = besideRight ? right + GAP : besideLeft ? left - GAP - WIDTH : (left + right - WIDTH) / 2;
        double y = besideRight || besideLeft
                ? (top + bottom - height) / 2
                : top - GAP - height >= 0 ? top - GAP - height : bottom + GAP;
        bubble.relocate(
                Math.round(Math.clamp(x, GAP, Math.max(GAP, w - WIDTH - GAP))),
                Math.round(Math.clamp(y, GAP, Math.max(GAP, h - height - GAP))));
    }
}
