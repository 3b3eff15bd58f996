package rewardscope.ui.stage;

import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What painters draw with: a canvas on the screen, or a file of vectors. Each call means what the call of the same name
/// means on [javafx.scene.canvas.GraphicsContext].
public interface Pen {
    void setFill(Paint paint);

    void setStroke(Paint paint);

    void setLineWidth(double width);

    void setLineDashes(double... dashes);

    void setLineCap(StrokeLineCap cap);

    void setLineJoin(StrokeLineJoin join);

    void setGlobalAlpha(double alpha);

    void setFont(Font font);

    void setTextAlign(TextAlignment side);

    void setTextBaseline(VPos baseline);

    void setImageSmoothing(boolean smooth);

    void save();

    void restore();

    void setTransform(double mxx, double myx, double mxy, double myy, double mxt, double myt);

    void translate(double x, double y);

    void rotate(double degrees);

    void scale(double x, double y);

    void fillRect(double x, double y, double w, double h);

    void strokeRect(double x, double y, double w, double h);

    void fillRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight);

    void strokeRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double w, double h);

    void strokeOval(double x, double y, double w, double h);

    void strokeArc(double x, double y, double w, double h, double start, double extent, ArcType closure);

    void strokeLine(double x1, double y1, double x2, double y2);

    void fillPolygon(double[] xs, double[] ys, int n);

    void strokePolygon(double[] xs, double[] ys, int n);

    void strokePolyline(double[] xs, double[] ys, int n);

    void fillText(String text, double x, double y);

    void drawImage(Image image, double x, double y, double w, double h);

    /// A part of an image.
    void drawImage(Image image, double sx, double sy, double sw, double sh, double x, double y, double w, double h);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void quadraticCurveTo(double cx, double cy, double x, double y);

    void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y);

    void rect(double x, double y, double w, double h);

    void closePath();

    /// Only what lies in the path is drawn from now on, until [#restore].
    void clip();

    void fill();

    void stroke();
}
