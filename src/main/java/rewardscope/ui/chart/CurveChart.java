package rewardscope.ui.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import rewardscope.ui.Canvases;
import rewardscope.ui.theme.Palette;

/// One curve of one or several branches. Its title says what it is and what the number is now, or under the pointer.
final class CurveChart extends Region {
    private static final double TITLE = 26;
    private static final double TALL_ENOUGH_FOR_UNIT = 170;
    private static final double HEIGHT_OF_LABEL = 18;

    private final CurveKind kind;
    private final LongConsumer seek;
    private final CurveRenderer renderer = new CurveRenderer();
    private final NumberAxis linear = new NumberAxis();
    private final LogAxis logarithmic = new LogAxis();
    private final NumberAxis across = new NumberAxis();
    private final XYPlot plot;
    private final ChartCanvas canvas;
    private final Label title = new Label();
    private final Label reading = new Label();
    private final Line cursor = new Line();
    private final Line pointer = new Line();
    private final Circle point = new Circle(4);
    private final Label[] branches = {new Label(), new Label(), new Label(), new Label(), new Label(), new Label()};

    private Palette palette = Palette.LIGHT;
    private List<CurveLine> lines = List.of();
    private double pointerX = Double.NaN;

    CurveChart(CurveKind kind, ChartFonts fonts, LongConsumer seek) {
        this.kind = kind;
        this.seek = seek;
        var data = new DefaultXYDataset();
        data.addSeries("curve", new double[][] {{0}, {0}});
        plot = new XYPlot(data, across, linear, renderer);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(new RectangleInsets(9, 2, 0, 18));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        linear.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        logarithmic.setNumberFormatOverride(new PowerFormat());
        logarithmic.setAutoTickUnitSelection(false);
        for (ValueAxis axis : new ValueAxis[] {across, linear, logarithmic}) {
            axis.setTickLabelFont(fonts.numbers().deriveFont(11f));
            axis.setLabelFont(fonts.words().deriveFont(11f));
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            axis.setAutoRange(false);
            axis.setTickLabelInsets(new RectangleInsets(2, 6, 2, 6));
        }
        across.setTickLabelInsets(new RectangleInsets(2, 16, 2, 16)); // numbers apart
        // The graphics context forgets its font between two axes; a font of its own makes it ask again.
        across.setTickLabelFont(fonts.numbers().deriveFont(11.1f));
        across.setLabel(kind.unit());
        var chart = new JFreeChart(null, null, plot, false);
        chart.setNotify(false);
        canvas = new ChartCanvas(chart);
        canvas.setTooltipEnabled(false);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setMouseTransparent(true);
        title.setText(kind.title());
        title.getStyleClass().add("chart-title");
        reading.getStyleClass().add("chart-reading");
        cursor.getStyleClass().add("chart-cursor");
        pointer.getStyleClass().add("chart-pointer");
        point.getStyleClass().add("chart-point");
        getStyleClass().add("curve-chart");
        getChildren().addAll(canvas, title, reading, cursor, pointer, point);
        for (Label each : branches) {
            each.getStyleClass().add("chart-branch");
            each.setMouseTransparent(true);
            getChildren().add(each);
        }
        getChildren().forEach(child -> child.setManaged(false));
        setCursor(Cursor.CROSSHAIR);
        setMinSize(120, 80);
        setPrefSize(240, 160);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Double.NaN));
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> jump(e.getX()));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(Double.NaN);
            }
        });
    }

    CurveKind kind() {
        return kind;
    }

    void use(Palette palette) {
        this.palette = palette;
        plot.setBackgroundPaint(awt(palette.paper()));
        plot.getChart().setBackgroundPaint(awt(palette.paper()));
        plot.setRangeGridlinePaint(awt(palette.hairline()));
        for (ValueAxis axis : new ValueAxis[] {across, linear, logarithmic}) {
            axis.setTickLabelPaint(awt(palette.faintInk()));
            axis.setLabelPaint(awt(palette.faintInk()));
        }
        draw();
    }

    void show(List<CurveLine> lines) {
        this.lines = lines;
        draw();
    }

    private void draw() {
        if (getWidth() < 20 || getHeight() < TITLE + 20 || lines.isEmpty()) {
            return;
        }
        ranges();
        across.setLabel(getHeight() < TALL_ENOUGH_FOR_UNIT ? null : kind.unit()); // the title says it, too
        renderer.show(lines, awt(kind.color(palette)), awt(palette.reference()));
        canvas.draw();
        marks();
    }

    private void ranges() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        double end = 2;
        for (CurveLine line : lines) {
            low = least(low, line.lowest());
            high = -least(-high, -line.highest());
            positive = least(positive, line.lowestPositive());
            end = Math.max(end, line.size() == 0 ? 0 : line.points().x(line.size() - 1));
        }
        across.setRange(1, end);
        if (low > high) {
            low = 0;
            high = 1;
        }
        if (kind.logarithmic() && positive < high) {
            double floor = Math.max(positive, high * 1e-14) / 1.5;
            logarithmic.setRange(floor, high * 1.5);
            double labels = Math.clamp(Math.floor((getHeight() - TITLE - 24) / HEIGHT_OF_LABEL), 1, 4);
            double decades = Math.log10(high * 1.5 / floor);
            logarithmic.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / labels))));
            plot.setRangeAxis(logarithmic);
        } else {
            LinearScale.set(linear, low, high);
            plot.setRangeAxis(linear);
        }
    }

    private static double least(double a, double b) {
        return Double.isNaN(b) ? a : Math.min(a, b);
    }

    private java.awt.geom.Rectangle2D area() {
        return canvas.getRenderingInfo().getPlotInfo().getDataArea();
    }

    private double toScreenX(double x) {
        return canvas.getLayoutX() + across.valueToJava2D(x, area(), RectangleEdge.BOTTOM);
    }

    private double toScreenY(double y) {
        return canvas.getLayoutY() + plot.getRangeAxis().valueToJava2D(y, area(), RectangleEdge.LEFT);
    }

    /// Cursor, branch names and the reading: cheap nodes over the drawing.
    private void marks() {
        var area = area();
        double top = canvas.getLayoutY() + area.getMinY();
        double bottom = canvas.getLayoutY() + area.getMaxY();
        CurveLine active = active();
        double x = Math.round(toScreenX(Math.max(1, active.presentX()))) + 0.5;
        vertical(cursor, x, top, bottom, true);
        boolean pointed = !Double.isNaN(pointerX) && active.size() > 0;
        int i = pointed ? active.nearest(valueAt(pointerX)) : active.past() - 1;
        double value = i >= 0 ? active.points().mean()[i] : Double.NaN;
        boolean seen = i >= 0 && Double.isFinite(value) && !(plot.getRangeAxis() == logarithmic && value <= 0);
        vertical(pointer, pointed ? toScreenX(active.points().x(i)) : 0, top, bottom, pointed);
        point.setVisible(seen);
        if (seen) {
            point.setCenterX(toScreenX(active.points().x(i)));
            point.setCenterY(toScreenY(value));
            point.setFill(kind.color(palette));
        }
        reading.setText(i < 0 ? "" : CurveWords.reading(kind, active, i, pointed));
        reading.autosize();
        title.autosize();
        title.relocate(12, 2);
        double room = getWidth() - title.getWidth() - reading.getWidth() - 36;
        reading.setVisible(room >= 0);
        reading.relocate(getWidth() - reading.getWidth() - 18, 2);
        names();
    }

    private void names() {
        double taken = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < branches.length; b++) {
            Label label = branches[b];
            boolean named = b < lines.size() && !lines.get(b).label().isEmpty() && lines.get(b).size() > 0;
            label.setVisible(named);
            if (named) {
                CurveLine line = lines.get(b);
                int last = line.size() - 1;
                label.setText(line.label());
                label.setTextFill(line.active() ? palette.ink() : palette.reference());
                label.autosize();
                double y = toScreenY(line.points().mean()[last]);
                y = Math.abs(y - taken) < label.getHeight() ? taken + label.getHeight() : y;
                taken = y;
                label.relocate(
                        Math.min(getWidth() - label.getWidth() - 2, toScreenX(line.points().x(last)) + 2),
                        Math.clamp(y - label.getHeight() / 2, TITLE, getHeight() - label.getHeight()));
            }
        }
    }

    private CurveLine active() {
        return lines.stream().filter(CurveLine::active).findFirst().orElse(lines.getFirst());
    }

    private static void vertical(Line line, double x, double top, double bottom, boolean visible) {
        line.setVisible(visible);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(bottom);
    }

    private double valueAt(double screenX) {
        return across.java2DToValue(screenX - canvas.getLayoutX(), area(), RectangleEdge.BOTTOM);
    }

    private void point(double x) {
        pointerX = x;
        if (!lines.isEmpty() && canvas.getWidth() > 0) {
            marks();
        }
    }

    private void jump(double x) {
        if (!lines.isEmpty() && active().size() > 0) {
            seek.accept(active().points().lastAct()[active().nearest(valueAt(x))]);
        }
    }

    /// The arrow keys read the curve off, place by place; Enter goes to the act that made the value.
    private void key(KeyEvent event) {
        if (lines.isEmpty() || active().size() == 0 || canvas.getWidth() <= 0) {
            return;
        }
        CurveLine line = active();
        int i = Double.isNaN(pointerX) ? Math.max(0, line.past() - 1) : line.nearest(valueAt(pointerX));
        switch (event.getCode()) {
            case LEFT -> i = Double.isNaN(pointerX) ? i : i - 1;
            case RIGHT -> i = Double.isNaN(pointerX) ? i : i + 1;
            case HOME -> i = 0;
            case END -> i = line.size() - 1;
            case ENTER -> {
                seek.accept(line.points().lastAct()[i]);
                event.consume();
                return;
            }
            default -> {
                return;
            }
        }
        point(toScreenX(line.points().x(Math.clamp(i, 0, line.size() - 1))));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        event.consume();
    }

    /// The words are put together when a screen reader asks for them, not for every frame.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        boolean pointed = !Double.isNaN(pointerX) && !lines.isEmpty() && active().size() > 0;
        String all = CurveWords.spoken(kind, lines);
        return pointed ? CurveWords.reading(kind, active(), active().nearest(valueAt(pointerX)), true) + ". " + all : all;
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(0, TITLE);
        double height = getHeight() - TITLE;
        if (getWidth() >= 1 && height >= 1 && Canvases.fit(canvas, getWidth(), height)) {
            draw();
        }
    }

    private static java.awt.Color awt(Color c) {
        return new java.awt.Color((float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity());
    }
}
