package rewardscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/// Draws a whole curve at once: a band from the smallest to the largest value and a line through the means, gathered by
/// pixel column; what lies after the present is faint.
final class CurveRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;

    private transient List<CurveLine> lines = List.of();
    private transient Color color = Color.GRAY;
    private transient Color other = Color.GRAY;

    void show(List<CurveLine> lines, Color color, Color other) {
        this.lines = lines;
        this.color = color;
        this.other = other;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item > 0 || series > 0) {
            return;
        }
        for (CurveLine line : lines) {
            if (!line.active()) {
                draw(g2, area, plot, domain, range, line, other);
            }
        }
        for (CurveLine line : lines) {
            if (line.active()) {
                draw(g2, area, plot, domain, range, line, color);
            }
        }
    }

    private void draw(
            Graphics2D g2, Rectangle2D area, XYPlot plot, ValueAxis domain, ValueAxis range, CurveLine line, Color c) {
        int past = line.past();
        if (past < line.size()) {
            stretch(g2, area, plot, domain, range, line, Math.max(0, past - 1), line.size(), c, 0.28);
        }
        stretch(g2, area, plot, domain, range, line, 0, past, c, 1);
    }

    private void stretch(
            Graphics2D g2,
            Rectangle2D area,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            CurveLine line,
            int from,
            int to,
            Color c,
            double alpha) {
        int n = to - from;
        if (n <= 0) {
            return;
        }
        var xs = new double[n];
        var low = new double[n];
        var mid = new double[n];
        var high = new double[n];
        int used = 0;
        int inColumn = 0;
        boolean band = line.points().perBucket() > 1;
        double left = domain.valueToJava2D(line.points().x(from), area, plot.getDomainAxisEdge());
        double right = domain.valueToJava2D(line.points().x(to - 1), area, plot.getDomainAxisEdge());
        double step = n > 1 ? (right - left) / (n - 1) : 0;
        boolean logarithmic = range instanceof org.jfree.chart.axis.LogAxis;
        for (int i = from; i < to; i++) {
            double mean = line.points().mean()[i];
            if (!Double.isFinite(mean) || (logarithmic && mean <= 0)) {
                continue;
            }
            double x = left + (i - from) * step;
            if (used > 0 && x - xs[used - 1] < 1) {
                low[used - 1] = Math.min(low[used - 1], line.points().min()[i]);
                high[used - 1] = Math.max(high[used - 1], line.points().max()[i]);
                inColumn++;
                mid[used - 1] += (mean - mid[used - 1]) / inColumn;
                band = true;
            } else {
                xs[used] = x;
                low[used] = line.points().min()[i];
                mid[used] = mean;
                high[used] = line.points().max()[i];
                inColumn = 1;
                used++;
            }
        }
        if (used == 0) {
            return;
        }
        var edge = plot.getRangeAxisEdge();
        double floor = range.getLowerBound();
        var means = new Path2D.Double();
        var area2 = new Path2D.Double();
        for (int i = 0; i < used; i++) {
            double y = range.valueToJava2D(mid[i], area, edge);
            double top = range.valueToJava2D(high[i], area, edge);
            if (i == 0) {
                means.moveTo(xs[i], y);
                area2.moveTo(xs[i], top);
            } else {
                means.lineTo(xs[i], y);
                area2.lineTo(xs[i], top);
            }
        }
        if (band) {
            for (int i = used - 1; i >= 0; i--) {
                area2.lineTo(xs[i], range.valueToJava2D(Math.max(floor, low[i]), area, edge));
            }
            area2.closePath();
            g2.setColor(withAlpha(c, 0.25 * alpha));
            g2.fill(area2);
        }
        g2.setColor(withAlpha(c, alpha));
        g2.setStroke(pen(used, line.dashes()));
        if (used == 1) {
            double y = range.valueToJava2D(mid[0], area, edge);
            g2.fill(new java.awt.geom.Ellipse2D.Double(xs[0] - 3, y - 3, 6, 6));
        } else {
            g2.draw(means);
        }
    }

    /// A line of many points has corners too small to be seen round, and round ones cost ten times as much.
    private static BasicStroke pen(int points, float[] dashes) {
        float width = points < 400 ? 2f : 1.4f;
        int join = points < 60 ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_BEVEL;
        return dashes.length == 0
                ? new BasicStroke(width, points < 60 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT, join)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, join, 10, dashes, 0);
    }

    private static Color withAlpha(Color c, double alpha) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * alpha));
    }
}
