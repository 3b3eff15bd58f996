package rewardscope.ui.compare;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import rewardscope.ui.Canvases;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Drawn;
import rewardscope.ui.theme.Palette;

/// A picture on a canvas as large as its place.
abstract class Drawing extends Region implements Drawn {
    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private Palette palette = Palette.LIGHT;

    Drawing() {
        getChildren().add(canvas);
        canvas.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    final void use(Palette wanted) {
        palette = wanted;
        draw();
    }

    final void draw() {
        drawOn(brush);
    }

    @Override
    public final void drawOn(Brush any) {
        if (getWidth() >= 60 && getHeight() >= 40) {
            any.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
            paint(any, palette, getWidth(), getHeight());
        }
    }

    abstract void paint(Brush brush, Palette palette, double width, double height);

    @Override
    protected void layoutChildren() {
        if (Canvases.fit(canvas, getWidth(), getHeight())) {
            draw();
        }
    }
}
