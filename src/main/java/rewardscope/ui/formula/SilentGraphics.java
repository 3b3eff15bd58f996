package rewardscope.ui.formula;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;

/// The part of a Graphics2D that formulas and charts never ask for, answered so that nothing breaks: pictures, ovals,
/// polygons, clips, composites, devices. Whoever has a use for one of them answers it otherwise.
abstract class SilentGraphics extends Graphics2D {
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
        throw new UnsupportedOperationException("nothing is mixed here");
    }

    @Override
    public void setComposite(Composite composite) {}

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw new UnsupportedOperationException("no device draws this");
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
