package rewardscope.ui.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import rewardscope.ui.theme.Fonts;

/// Strokes with a pen: thin over it, a brush keeps fonts and skips state changes that change nothing.
public final class Brush {
    /// Width of a figure of the number font, as a share of its size.
    public static final double DIGIT = 0.6;

    /// Half the height of a capital letter, as a share of the size: both fonts agree.
    private static final double HALF_CAPITAL = 0.365;

    /// Below this, letters cannot be read and are left out.
    public static final double SMALLEST_TEXT = 8;

    private final Pen gc;
    private final Map<Integer, Font> fonts = new HashMap<>();
    private int font = -1;
    private double density = 1;

    public Brush(GraphicsContext gc) {
        this(new CanvasPen(gc));
    }

    public Brush(Pen pen) {
        gc = pen;
    }

    public void begin(Box area, Color paper) {
        gc.setGlobalAlpha(1);
        gc.setFill(paper);
        gc.fillRect(area.x(), area.y(), area.width(), area.height());
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.setLineJoin(StrokeLineJoin.ROUND);
    }

    /// How many pixels of the screen a unit of length has.
    public double density() {
        return density;
    }

    public void density(double pixels) {
        density = pixels;
    }

    /// Whether pixels are drawn: a file of vectors has none.
    boolean onScreen() {
        return gc instanceof CanvasPen;
    }

    public Pen gc() {
        return gc;
    }

    public void alpha(double alpha) {
        gc.setGlobalAlpha(alpha);
    }

    public void fill(Box box, Color color) {
        gc.setFill(color);
        gc.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    public void fillRound(Box box, double radius, Color color) {
        gc.setFill(color);
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    public void outline(Box box, double radius, double width, Color color) {
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    /// An outline with sharp corners on whole pixels: cheaper than a rounded one by far where no graphics card helps.
    public void frame(Box box, double width, Color color) {
        double thick = Math.max(1, Math.round(width * density)) / density;
        double x = Math.round(box.x() * density) / density;
        double y = Math.round(box.y() * density) / density;
        double w = Math.round(box.right() * density) / density - x;
        double h = Math.round(box.bottom() * density) / density - y;
        gc.setFill(color);
        gc.fillRect(x, y, w, thick);
        gc.fillRect(x, y + h - thick, w, thick);
        gc.fillRect(x, y + thick, thick, h - 2 * thick);
        gc.fillRect(x + w - thick, y + thick, thick, h - 2 * thick);
    }

    public void line(double x1, double y1, double x2, double y2, double width, Color color) {
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.strokeLine(x1, y1, x2, y2);
    }

    /// Many lines as one shape, with flat ends: far cheaper than as many calls of [#line].
    ///
    /// @param draw moves and draws lines; the path has been begun
    public void path(double width, Color color, Consumer<Pen> draw) {
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineJoin(StrokeLineJoin.BEVEL);
        gc.beginPath();
        draw.accept(gc);
        gc.stroke();
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.setLineJoin(StrokeLineJoin.ROUND);
    }

    public void disc(double x, double y, double radius, Color color) {
        gc.setFill(color);
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    public void ring(double x, double y, double radius, double width, Color color) {
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    public void polygon(Color color, double... xy) {
        int n = xy.length / 2;
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = xy[2 * i];
            ys[i] = xy[2 * i + 1];
        }
        gc.setFill(color);
        gc.fillPolygon(xs, ys, n);
    }

    /// A number or symbol in the number font, its middle at (x, y).
    public void number(String text, double x, double y, double size, boolean bold, Color color) {
        use(size, 2 + (bold ? 1 : 0));
        gc.setFill(color);
        gc.fillText(text, x, y + HALF_CAPITAL * rounded(size));
    }

    /// A number that shrinks where it is longer than the room that it has.
    public void number(String text, double x, double y, double size, double room, boolean bold, Color color) {
        double fits = Math.min(size, room / (DIGIT * text.length()));
        if (fits >= SMALLEST_TEXT) {
            number(text, x, y, fits, bold, color);
        }
    }

    /// A word, its middle at (x, y).
    public void word(String text, double x, double y, double size, boolean bold, Color color) {
        use(size, bold ? 1 : 0);
        gc.setFill(color);
        gc.fillText(text, x, y + HALF_CAPITAL * rounded(size));
    }

    /// A word that begins or ends at x.
    public void word(String text, double x, double y, double size, boolean bold, Color color, TextAlignment side) {
        gc.setTextAlign(side);
        word(text, x, y, size, bold, color);
        gc.setTextAlign(TextAlignment.CENTER);
    }

    /// About how wide a word is.
    public static double wordWidth(String text, double size) {
        return text.length() * size * 0.56;
    }

    /// A triangle that points along (dx, dy) with its tip at (x, y).
    public void head(double x, double y, double dx, double dy, double size, Color color) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        double bx = x - ux * size;
        double by = y - uy * size;
        double half = size * 0.58;
        polygon(color, x, y, bx - uy * half, by + ux * half, bx + uy * half, by - ux * half);
    }

    /// An arrow with a shaft of a given width.
    public void arrow(double x1, double y1, double x2, double y2, double width, Color color) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.hypot(dx, dy);
        if (length < 1e-6) {
            return;
        }
        double head = Math.min(length, Math.max(5, 3 * width));
        double back = Math.max(0, length - 0.8 * head) / length;
        if (back > 0) {
            line(x1, y1, x1 + dx * back, y1 + dy * back, width, color);
        }
        head(x2, y2, dx, dy, head, color);
    }

    /// After a restore of the graphics context its font is another one.
    public void forgetFont() {
        font = -1;
    }

    private void use(double size, int face) {
        int rounded = (int) (2 * rounded(size));
        int key = rounded * 4 + face;
        if (key == font) {
            return;
        }
        font = key;
        gc.setFont(fonts.computeIfAbsent(key, _ -> make(rounded / 2.0, face)));
    }

    private static double rounded(double size) {
        return Math.floor(2 * size) / 2;
    }

    private static Font make(double size, int face) {
        return switch (face) {
            case 0 -> Fonts.words(FontWeight.MEDIUM, size);
            case 1 -> Fonts.words(FontWeight.BOLD, size);
            case 2 -> Fonts.numbers(FontWeight.MEDIUM, size);
            default -> Fonts.numbers(FontWeight.BOLD, size);
        };
    }
}
