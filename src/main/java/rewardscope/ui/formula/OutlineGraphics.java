package rewardscope.ui.formula;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/// A Graphics2D that draws nothing and remembers the outline of everything. Colours and pictures are left out: a
/// formula is shown in one ink, which the theme chooses.
public class OutlineGraphics extends Graphics2D {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final StringBuilder svg = new StringBuilder();
    private final RenderingHints hints = new RenderingHints(Map.of());
    private AffineTransform transform = new AffineTransform();
    private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
    private Stroke stroke = new BasicStroke(1);
    private Color color = Color.BLACK;

    /// Everything drawn so far, as SVG path data to be filled by the non-zero rule.
    String svg() {
        return svg.toString();
    }

    @Override
    public void fill(Shape shape) {
        Shape oriented = shape instanceof Rectangle2D r ? turnedLikeGlyphs(r) : shape;
        append(oriented.getPathIterator(transform));
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

    private void append(PathIterator path) {
        var p = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> segment('M', p, 2);
                case PathIterator.SEG_LINETO -> segment('L', p, 2);
                case PathIterator.SEG_QUADTO -> segment('Q', p, 4);
                case PathIterator.SEG_CUBICTO -> segment('C', p, 6);
                default -> svg.append('Z');
            }
        }
    }

    private void segment(char command, double[] p, int n) {
        svg.append(command);
        for (int i = 0; i < n; i++) {
            svg.append(i == 0 ? "" : " ").append(Math.round(p[i] * 10) / 10.0);
        }
    }

    @Override
    public void draw(Shape shape) {
        fill(new Area(stroke.createStrokedShape(shape)));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(EXACT, text), x, y);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        drawString(new String(data, offset, length), (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        var plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int extent) {
        draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int extent) {
        fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
    }

    @Override
    public Graphics create() {
        throw new UnsupportedOperationException("outlines are collected in one place");
    }

    @Override
    public void dispose() {}

    // What stands between a shape and the page.

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double theta) {
        transform.rotate(theta);
    }

    @Override
    public void rotate(double theta, double x, double y) {
        transform.rotate(theta, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font other) {
        font = other;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return EXACT;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setColor(Color other) {
        color = other;
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints.put(key, value);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return hints;
    }

    @Override
    public void setRenderingHints(Map<?, ?> others) {
        addRenderingHints(others);
    }

    @Override
    public void addRenderingHints(Map<?, ?> others) {
        others.forEach(hints::put);
    }

    // What a formula never asks for, answered so that nothing breaks.

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {}

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public void setBackground(Color background) {}

    @Override
    public Composite getComposite() {
        throw new UnsupportedOperationException("outlines have no composite");
    }

    @Override
    public void setComposite(Composite composite) {}

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw new UnsupportedOperationException("outlines have no device");
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        throw new UnsupportedOperationException("outlines are measured by their glyphs");
    }

    @Override
    public Shape getClip() {
        return new Rectangle(Short.MIN_VALUE, Short.MIN_VALUE, 2 * Short.MAX_VALUE, 2 * Short.MAX_VALUE);
    }

    @Override
    public Rectangle getClipBounds() {
        return getClip().getBounds();
    }

    @Override
    public void setClip(Shape clip) {}

    @Override
    public void setClip(int x, int y, int width, int height) {}

    @Override
    public void clip(Shape shape) {}

    @Override
    public void clipRect(int x, int y, int width, int height) {}

    @Override
    public boolean hit(Rectangle where, Shape shape, boolean onStroke) {
        return false;
    }

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color other) {}

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

    @Override
    public void clearRect(int x, int y, int width, int height) {}

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void drawOval(int x, int y, int width, int height) {}

    @Override
    public void fillOval(int x, int y, int width, int height) {}

    @Override
    public void drawPolyline(int[] x, int[] y, int n) {}

    @Override
    public void drawPolygon(int[] x, int[] y, int n) {}

    @Override
    public void fillPolygon(int[] x, int[] y, int n) {}

    @Override
    public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        return true;
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {}

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {}

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {}

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color background, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image, int x1, int y1, int x2, int y2, int u1, int v1, int u2, int v2, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image image,
            int x1,
            int y1,
            int x2,
            int y2,
            int u1,
            int v1,
            int u2,
            int v2,
            Color background,
            ImageObserver observer) {
        return true;
    }
}
