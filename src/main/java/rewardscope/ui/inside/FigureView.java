package rewardscope.ui.inside;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Drawn;
import rewardscope.ui.theme.Palette;

/// A figure on a canvas as large as the pane; the mouse and the arrow keys point at its items.
final class FigureView extends Region implements Drawn {
    private static final double MARGIN = 12;

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private Palette palette = Palette.LIGHT;
    private Optional<Figure> figure = Optional.empty();
    private Optional<View> view = Optional.empty();
    private List<View> branches = List.of();
    private OptionalInt pointed = OptionalInt.empty();
    private double pictureScale = 1;

    FigureView() {
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(80, 60);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            if (figure.isPresent() && figure.get().mousePoints()) {
                pointed = OptionalInt.empty();
                draw();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(_ -> draw());
    }

    void show(Figure wanted) {
        figure = Optional.of(wanted);
        pointed = OptionalInt.empty();
        draw();
    }

    /// @param all the views of every branch, the one that is shown among them
    void show(View shown, List<View> all) {
        view = Optional.of(shown);
        branches = all;
        draw();
    }

    void use(Palette wanted) {
        palette = wanted;
        draw();
    }

    void pictureScale(double scale) {
        pictureScale = scale;
        requestLayout();
    }

    OptionalInt pointed() {
        return pointed;
    }

    Box area() {
        return new Box(
                MARGIN, MARGIN / 2, Math.max(1, getWidth() - 2 * MARGIN), Math.max(1, getHeight() - MARGIN));
    }

    private void point(double x, double y) {
        if (figure.isPresent() && view.isPresent() && figure.get().mousePoints()) {
            pointed = figure.get().at(area(), view.get(), x, y);
            draw();
        }
    }

    private void key(KeyEvent e) {
        int items = figure.isPresent() && view.isPresent() ? figure.get().items(view.get()) : 0;
        if (items == 0 || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        int step =
                switch (e.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if (step != 0) {
            pointed = OptionalInt.of(Math.clamp(pointed.orElse(step > 0 ? -1 : items) + step, 0, items - 1));
            draw();
            e.consume();
        }
    }

    @Override
    public void drawOn(Brush other) {
        if (view.isPresent() && figure.isPresent()) {
            other.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
            figure.get().paint(other, palette, area(), view.get(), branches, pointed);
        }
    }

    private void draw() {
        if (view.isEmpty() || figure.isEmpty() || getWidth() < 100 || getHeight() < 60) {
            return;
        }
        brush.gc().setTransform(pictureScale, 0, 0, pictureScale, 0, 0);
        brush.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
        figure.get().paint(brush, palette, area(), view.get(), branches, pointed);
        if (isFocused()) {
            brush.outline(new Box(1, 1, getWidth() - 2, getHeight() - 2), 4, 2, palette.accent());
        }
        setAccessibleText(figure.get().title() + ": " + figure.get().spoken(view.get(), branches));
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (canvas.getWidth() != w * pictureScale || canvas.getHeight() != h * pictureScale) {
            canvas.setWidth(w * pictureScale);
            canvas.setHeight(h * pictureScale);
            canvas.setScaleX(1 / pictureScale);
            canvas.setScaleY(1 / pictureScale);
            canvas.relocate((w - w * pictureScale) / 2, (h - h * pictureScale) / 2);
            draw();
        }
    }
}
