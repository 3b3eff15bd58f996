package rewardscope.ui.share;

import static rewardscope.ui.share.Svg.at;
import static rewardscope.ui.share.Svg.number;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Transform;
import org.jfree.chart.fx.ChartCanvas;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Drawn;

/// A part of the window as an SVG document: regions with their backgrounds and borders, words, shapes, formulas, and what
/// painters and charts draw, all as vectors. Words in the application's own fonts stay text; icons and words that flow
/// around formulas become outlines.
final class SceneSvg {
    private static final double CANVAS_SCALE = 3;

    private final Svg svg = new Svg();

    private SceneSvg() {}

    /// @param stamp a line below the picture
    static String of(Node node, Color paper, Stamp stamp, Color ink) {
        Bounds bounds = node.getLayoutBounds();
        double width = bounds.getWidth();
        double height = bounds.getHeight() + Stamp.HEIGHT;
        var scene = new SceneSvg();
        scene.svg.put("rect", at("width", width) + at("height", height) + scene.svg.paint("fill", paper, 1));
        scene.inside(node);
        scene.svg.words("text",
                at("x", 12) + at("y", height - 8) + Svg.font(Stamp.font()) + scene.svg.paint("fill", ink, 1), stamp.line());
        return scene.svg.document(width, height, stamp.line(), stamp.experiment());
    }

    private void node(Node node) {
        if (!node.isVisible() || node.getOpacity() <= 0) {
            return;
        }
        Transform placed = node.getLocalToParentTransform();
        boolean plain = placed.isIdentity() && node.getOpacity() >= 1 && node.getClip() == null;
        if (!plain) {
            svg.open("g", (placed.isIdentity() ? "" : at("transform", SvgPen.matrix(placed)))
                    + (node.getOpacity() < 1 ? at("opacity", node.getOpacity()) : "") + clip(node));
        }
        inside(node);
        if (!plain) {
            svg.close("g");
        }
    }

    /// Clips of controls are rectangles.
    private String clip(Node node) {
        if (node.getClip() == null) {
            return "";
        }
        Bounds room = node.getClip().getBoundsInParent();
        String name = svg.define("clipPath", "", "<rect" + at("x", room.getMinX()) + at("y", room.getMinY())
                + at("width", room.getWidth()) + at("height", room.getHeight()) + "/>");
        return at("clip-path", "url(#" + name + ")");
    }

    private void inside(Node node) {
        switch (node) {
            case Text text -> text(text);
            case ImageView view when view.getImage() != null -> {
                Bounds room = view.getLayoutBounds();
                svg.image(view.getImage(), room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight(), true);
            }
            case Shape shape -> shape(shape);
            case ChartCanvas chart -> chart(chart);
            case Canvas canvas -> canvas(canvas);
            case Parent parent -> {
                if (parent instanceof Region region) {
                    background(region);
                }
                if (parent instanceof Drawn drawn) {
                    drawn.drawOn(new Brush(new SvgPen(svg)));
                }
                for (Node child : parent.getChildrenUnmodifiable()) {
                    if (!(parent instanceof Drawn && child instanceof Canvas)) {
                        node(child);
                    }
                }
            }
            default -> {}
        }
    }

    // -- regions

    private void background(Region region) {
        double w = region.getWidth();
        double h = region.getHeight();
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (!invisible(fill.getFill())) {
                    fill(region, fill, w, h);
                }
            }
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().forEach(stroke -> border(stroke, w, h));
        }
    }

    private static boolean invisible(Paint paint) {
        return paint == null || paint instanceof Color color && color.getOpacity() == 0;
    }

    private void fill(Region region, BackgroundFill fill, double w, double h) {
        Insets in = fill.getInsets();
        double width = w - in.getLeft() - in.getRight();
        double height = h - in.getTop() - in.getBottom();
        if (width <= 0 || height <= 0) {
            return;
        }
        String paint = svg.paint("fill", fill.getFill(), 1);
        if (region.getShape() instanceof SVGPath shape) {
            Bounds own = shape.getLayoutBounds();
            if (own.getWidth() > 0 && own.getHeight() > 0) {
                double sx = region.isScaleShape() ? width / own.getWidth() : 1;
                double sy = region.isScaleShape() ? height / own.getHeight() : 1;
                svg.put("path", at("d", shape.getContent()) + paint + at("transform", "translate("
                        + number(in.getLeft() - own.getMinX() * sx) + " " + number(in.getTop() - own.getMinY() * sy)
                        + ") scale(" + sx + " " + sy + ")"));
            }
            return;
        }
        double radius = radius(fill.getRadii(), width, height);
        svg.put("rect", at("x", in.getLeft()) + at("y", in.getTop()) + at("width", width) + at("height", height)
                + (radius > 0 ? at("rx", radius) : "") + paint);
    }

    private static double radius(CornerRadii radii, double w, double h) {
        double radius = radii.isTopLeftHorizontalRadiusAsPercentage()
                ? radii.getTopLeftHorizontalRadius() * w
                : radii.getTopLeftHorizontalRadius();
        return Math.min(radius, Math.min(w, h) / 2);
    }

    private void border(BorderStroke stroke, double w, double h) {
        double t = stroke.getWidths().getTop();
        boolean all = stroke.isStrokeUniform()
                || stroke.getTopStroke().equals(stroke.getBottomStroke())
                        && stroke.getLeftStroke().equals(stroke.getRightStroke())
                        && stroke.getTopStroke().equals(stroke.getLeftStroke());
        if (all && t > 0 && !invisible(stroke.getTopStroke())) {
            double radius = radius(stroke.getRadii(), w, h);
            Insets in = stroke.getInsets();
            svg.put("rect", at("x", in.getLeft() + t / 2) + at("y", in.getTop() + t / 2)
                    + at("width", Math.max(0, w - t - in.getLeft() - in.getRight()))
                    + at("height", Math.max(0, h - t - in.getTop() - in.getBottom()))
                    + (radius > 0 ? at("rx", radius) : "") + at("fill", "none")
                    + svg.paint("stroke", stroke.getTopStroke(), 1) + at("stroke-width", t));
        } else if (!all) {
            side(stroke.getTopStroke(), 0, 0, w, stroke.getWidths().getTop());
            side(stroke.getBottomStroke(), 0, h - stroke.getWidths().getBottom(), w, stroke.getWidths().getBottom());
            side(stroke.getLeftStroke(), 0, 0, stroke.getWidths().getLeft(), h);
            side(stroke.getRightStroke(), w - stroke.getWidths().getRight(), 0, stroke.getWidths().getRight(), h);
        }
    }

    private void side(Paint paint, double x, double y, double w, double h) {
        if (!invisible(paint) && w > 0 && h > 0) {
            svg.put("rect", at("x", x) + at("y", y) + at("width", w) + at("height", h) + svg.paint("fill", paint, 1));
        }
    }

    // -- words

    private void text(Text text) {
        if (text.getText().isBlank() || invisible(text.getFill())) {
            return;
        }
        boolean own = text.getFont().getFamily().matches("Inter|JetBrains Mono");
        if (!own || text.getParent() instanceof TextFlow) {
            outline(text);
            return;
        }
        for (var line : text.getLayoutInfo().getTextLines(false)) {
            String words = text.getText().substring(line.start(), Math.min(line.end(), text.getText().length())).stripTrailing();
            if (!words.isBlank()) {
                double baseline = line.bounds().getMinY() + text.getBaselineOffset();
                svg.words("text", at("x", line.bounds().getMinX()) + at("y", baseline)
                        + Svg.font(text.getFont()) + at("xml:space", "preserve") + svg.paint("fill", text.getFill(), 1), words);
            }
        }
    }

    // -- shapes

    private void shape(Shape shape) {
        String strokes = invisible(shape.getStroke())
                ? ""
                : svg.paint("stroke", shape.getStroke(), 1) + at("stroke-width", shape.getStrokeWidth());
        String paint = (invisible(shape.getFill()) ? at("fill", "none") : svg.paint("fill", shape.getFill(), 1)) + strokes;
        switch (shape) {
            case SVGPath path -> svg.put("path", at("d", path.getContent()) + paint);
            case Line line -> svg.put("line", at("x1", line.getStartX()) + at("y1", line.getStartY())
                    + at("x2", line.getEndX()) + at("y2", line.getEndY()) + paint);
            case Circle circle -> svg.put("circle",
                    at("cx", circle.getCenterX()) + at("cy", circle.getCenterY()) + at("r", circle.getRadius()) + paint);
            case Rectangle box -> svg.put("rect", at("x", box.getX()) + at("y", box.getY()) + at("width", box.getWidth())
                    + at("height", box.getHeight()) + (box.getArcWidth() > 0 ? at("rx", box.getArcWidth() / 2) : "") + paint);
            default -> outline(shape);
        }
    }

    /// Its area, without strokes that are not part of it.
    private void outline(Shape shape) {
        Paint paint = invisible(shape.getFill()) ? shape.getStroke() : shape.getFill();
        if (invisible(paint)) {
            return;
        }
        if (Shape.union(shape, new Rectangle()) instanceof Path path) {
            // the union stands in the scene's coordinates, its group in the shape's own
            Transform back = shape.getLocalToSceneTransform();
            try {
                svg.put("path", at("d", data(path)) + svg.paint("fill", paint, 1)
                        + (back.isIdentity() ? "" : at("transform", SvgPen.matrix(back.createInverse()))));
            } catch (NonInvertibleTransformException e) {
                // it has no size, and nothing of it is seen
            }
        }
    }

    private static String data(Path path) {
        var data = new StringBuilder();
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo m -> segment(data, 'M', m.getX(), m.getY());
                case LineTo l -> segment(data, 'L', l.getX(), l.getY());
                case QuadCurveTo q -> segment(data, 'Q', q.getControlX(), q.getControlY(), q.getX(), q.getY());
                case CubicCurveTo c -> segment(data, 'C',
                        c.getControlX1(), c.getControlY1(), c.getControlX2(), c.getControlY2(), c.getX(), c.getY());
                case ClosePath _ -> data.append('Z');
                default -> {}
            }
        }
        return data.toString();
    }

    private static void segment(StringBuilder data, char command, double... numbers) {
        data.append(command);
        for (int i = 0; i < numbers.length; i++) {
            data.append(i == 0 ? "" : " ").append(number(numbers[i]));
        }
    }

    // -- canvases

    private void chart(ChartCanvas canvas) {
        var area = new java.awt.geom.Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
        var graphics = new SvgGraphics(svg);
        canvas.getChart().draw(graphics, area);
        graphics.dispose();
    }

    /// A canvas that nobody can draw again: as it is, sharp at a scale.
    private void canvas(Canvas canvas) {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(CANVAS_SCALE, CANVAS_SCALE));
        svg.image(canvas.snapshot(parameters, null), 0, 0, canvas.getWidth(), canvas.getHeight(), true);
    }
}
