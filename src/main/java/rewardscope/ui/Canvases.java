package rewardscope.ui;

import javafx.scene.canvas.Canvas;

/// Canvases that fill their place.
public final class Canvases {
    private Canvases() {}

    /// Gives a canvas so many whole pixels. Whether that is another size than before: it then has to be painted anew.
    public static boolean fit(Canvas canvas, double width, double height) {
        double w = Math.floor(width);
        double h = Math.floor(height);
        if (canvas.getWidth() == w && canvas.getHeight() == h) {
            return false;
        }
        canvas.setWidth(w);
        canvas.setHeight(h);
        return true;
    }
}
