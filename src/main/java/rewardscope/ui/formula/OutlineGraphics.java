package rewardscope.ui.formula;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A Graphics2D that draws nothing and remembers the outline of everything. Colours and pictures are left out: a
/// formula is shown in one ink, which the theme chooses.
final class OutlineGraphics extends ShapeGraphics {
    private final StringBuilder svg = new StringBuilder();

    /// Everything drawn so far, as SVG path data to be filled by the non-zero rule.
    String svg() {
        return svg.toString();
    }

    @Override
    public void fill(Shape shape) {
        Shape oriented = shape instanceof Rectangle2D r ? turnedLikeGlyphs(r) : shape;
        svg.append(data(oriented.getPathIterator(getTransform()), x -> Math.round(x * 10) / 10.0));
    }

    /// Rules cross glyphs (the bar of a root meets its sign): wound the same way, both stay filled where they overlap.
    private static Shape turnedLikeGlyphs(Rectangle2D r) {
        var path = new Path2D.Double();
        path.moveTo(r.getMinX(), r.getMinY());
        path.lineTo(r.getMaxX(), r.getMinY());
        path.lineTo(r.getMaxX(), r.getMaxY());
        path.lineTo(r.getMinX(), r.getMaxY());
        path.closePath();
        return path;
    }

    @Override
    public void draw(Shape shape) {
        fill(new Area(getStroke().createStrokedShape(shape)));
    }

    @Override
    public Graphics create() {
        throw new UnsupportedOperationException("outlines are collected in one place");
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        throw new UnsupportedOperationException("outlines are measured by their glyphs");
    }
}
