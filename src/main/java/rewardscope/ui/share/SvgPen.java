package rewardscope.ui.share;

import static rewardscope.ui.share.Svg.at;
import static rewardscope.ui.share.Svg.number;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import rewardscope.ui.stage.Pen;

/// A pen whose strokes are elements of an SVG document. Numbers and words stay text.
final class SvgPen implements Pen {
    private record State(
            Paint fill,
            Paint stroke,
            double width,
            String dashes,
            String cap,
            String join,
            double alpha,
            Font font,
            String anchor,
            Affine transform,
            String clip) {}

    private final Svg svg;
    private final Deque<State> saved = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private Paint fill = Color.BLACK;
    private Paint stroke = Color.BLACK;
    private double width = 1;
    private String dashes = "";
    private String cap = "butt";
    private String join = "miter";
    private double alpha = 1;
    private Font font = Font.getDefault();
    private String anchor = "start";
    private Affine transform = new Affine();
    private String clip = "";
    private boolean smooth = true;

    SvgPen(Svg svg) {
        this.svg = svg;
    }

    private String placed() {
        return (transform.isIdentity() ? "" : at("transform", matrix(transform)))
                + (clip.isEmpty() ? "" : at("clip-path", "url(#" + clip + ")"));
    }

    static String matrix(Transform t) {
        return "matrix(" + exact(t.getMxx()) + " " + exact(t.getMyx()) + " " + exact(t.getMxy()) + " "
                + exact(t.getMyy()) + " " + number(t.getTx()) + " " + number(t.getTy()) + ")";
    }

    private static String exact(double factor) {
        double rounded = Math.round(factor * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? number(rounded) : Double.toString(rounded);
    }

    private String filled() {
        return svg.paint("fill", fill, alpha) + placed();
    }

    private String stroked() {
        return at("fill", "none") + svg.paint("stroke", stroke, alpha) + at("stroke-width", width)
                + (dashes.isEmpty() ? "" : at("stroke-dasharray", dashes))
                + at("stroke-linecap", cap) + at("stroke-linejoin", join) + placed();
    }

    @Override
    public void setFill(Paint paint) {
        fill = paint;
    }

    @Override
    public void setStroke(Paint paint) {
        stroke = paint;
    }

    @Override
    public void setLineWidth(double wanted) {
        width = wanted;
    }

    @Override
    public void setLineDashes(double... lengths) {
        var text = new StringBuilder();
        for (double length : lengths == null ? new double[0] : lengths) {
            text.append(text.isEmpty() ? "" : " ").append(number(length));
        }
        dashes = text.toString();
    }

    @Override
    public void setLineCap(StrokeLineCap wanted) {
        cap = wanted.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void setLineJoin(StrokeLineJoin wanted) {
        join = wanted.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void setGlobalAlpha(double wanted) {
        alpha = wanted;
    }

    @Override
    public void setFont(Font wanted) {
        font = wanted;
    }

    @Override
    public void setTextAlign(TextAlignment side) {
        anchor = side == TextAlignment.CENTER ? "middle" : side == TextAlignment.RIGHT ? "end" : "start";
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        // painters stand on the baseline
    }

    @Override
    public void setImageSmoothing(boolean wanted) {
        smooth = wanted;
    }

    @Override
    public void save() {
        saved.push(new State(fill, stroke, width, dashes, cap, join, alpha, font, anchor, new Affine(transform), clip));
    }

    @Override
    public void restore() {
        if (saved.isEmpty()) {
            return;
        }
        State state = saved.pop();
        fill = state.fill();
        stroke = state.stroke();
        width = state.width();
        dashes = state.dashes();
        cap = state.cap();
        join = state.join();
        alpha = state.alpha();
        font = state.font();
        anchor = state.anchor();
        transform = state.transform();
        clip = state.clip();
    }

    @Override
    public void setTransform(double mxx, double myx, double mxy, double myy, double mxt, double myt) {
        transform = new Affine(mxx, mxy, mxt, myx, myy, myt);
    }

    @Override
    public void translate(double x, double y) {
        transform.appendTranslation(x, y);
    }

    @Override
    public void rotate(double degrees) {
        transform.appendRotation(degrees);
    }

    @Override
    public void scale(double x, double y) {
        transform.appendScale(x, y);
    }

    private static String box(double x, double y, double w, double h) {
        return at("x", x) + at("y", y) + at("width", Math.max(0, w)) + at("height", Math.max(0, h));
    }

    @Override
    public void fillRect(double x, double y, double w, double h) {
        svg.put("rect", box(x, y, w, h) + filled());
    }

    @Override
    public void strokeRect(double x, double y, double w, double h) {
        svg.put("rect", box(x, y, w, h) + stroked());
    }

    @Override
    public void fillRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight) {
        svg.put("rect", box(x, y, w, h) + at("rx", arcWidth / 2) + at("ry", arcHeight / 2) + filled());
    }

    @Override
    public void strokeRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight) {
        svg.put("rect", box(x, y, w, h) + at("rx", arcWidth / 2) + at("ry", arcHeight / 2) + stroked());
    }

    private static String oval(double x, double y, double w, double h) {
        return at("cx", x + w / 2) + at("cy", y + h / 2) + at("rx", w / 2) + at("ry", h / 2);
    }

    @Override
    public void fillOval(double x, double y, double w, double h) {
        svg.put("ellipse", oval(x, y, w, h) + filled());
    }

    @Override
    public void strokeOval(double x, double y, double w, double h) {
        svg.put("ellipse", oval(x, y, w, h) + stroked());
    }

    @Override
    public void strokeArc(double x, double y, double w, double h, double start, double extent, ArcType closure) {
        double rx = w / 2;
        double ry = h / 2;
        double a = Math.toRadians(start);
        double b = Math.toRadians(start + extent);
        svg.put("path", at("d", "M" + number(x + rx + rx * Math.cos(a)) + " " + number(y + ry - ry * Math.sin(a))
                + "A" + number(rx) + " " + number(ry) + " 0 " + (Math.abs(extent) > 180 ? 1 : 0) + " "
                + (extent > 0 ? 0 : 1) + " " + number(x + rx + rx * Math.cos(b)) + " "
                + number(y + ry - ry * Math.sin(b))) + stroked());
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        svg.put("line", at("x1", x1) + at("y1", y1) + at("x2", x2) + at("y2", y2) + stroked());
    }

    private static String points(double[] xs, double[] ys, int n) {
        var text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return at("points", text.toString());
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int n) {
        svg.put("polygon", points(xs, ys, n) + filled());
    }

    @Override
    public void strokePolygon(double[] xs, double[] ys, int n) {
        svg.put("polygon", points(xs, ys, n) + stroked());
    }

    @Override
    public void strokePolyline(double[] xs, double[] ys, int n) {
        svg.put("polyline", points(xs, ys, n) + stroked());
    }

    @Override
    public void fillText(String text, double x, double y) {
        svg.words("text", at("x", x) + at("y", y) + Svg.font(font) + at("text-anchor", anchor) + filled(), text);
    }

    @Override
    public void drawImage(Image image, double x, double y, double w, double h) {
        svg.open("g", placed()).image(image, x, y, w, h, smooth).close("g");
    }

    @Override
    public void drawImage(
            Image image, double sx, double sy, double sw, double sh, double x, double y, double w, double h) {
        var part = new WritableImage(image.getPixelReader(), (int) sx, (int) sy, (int) sw, (int) sh);
        drawImage(part, x, y, w, h);
    }

    @Override
    public void beginPath() {
        path.setLength(0);
    }

    private void segment(char command, double... numbers) {
        path.append(command);
        for (int i = 0; i < numbers.length; i++) {
            path.append(i == 0 ? "" : " ").append(number(numbers[i]));
        }
    }

    @Override
    public void moveTo(double x, double y) {
        segment('M', x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        segment('L', x, y);
    }

    @Override
    public void quadraticCurveTo(double cx, double cy, double x, double y) {
        segment('Q', cx, cy, x, y);
    }

    @Override
    public void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {
        segment('C', ax, ay, bx, by, x, y);
    }

    @Override
    public void rect(double x, double y, double w, double h) {
        moveTo(x, y);
        lineTo(x + w, y);
        lineTo(x + w, y + h);
        lineTo(x, y + h);
        closePath();
    }

    /// Painters clip and draw in the same coordinates.
    @Override
    public void clip() {
        clip = svg.define("clipPath", "", "<path" + at("d", path.toString()) + "/>");
    }

    @Override
    public void closePath() {
        path.append('Z');
    }

    @Override
    public void fill() {
        svg.put("path", at("d", path.toString()) + filled());
    }

    @Override
    public void stroke() {
        svg.put("path", at("d", path.toString()) + stroked());
    }
}
