package rewardscope.ui.share;

import static rewardscope.ui.share.Svg.at;
import static rewardscope.ui.share.Svg.number;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.Locale;
import rewardscope.ui.formula.ShapeGraphics;

/// Java's own drawing surface on an SVG document, as far as charts use it.
final class SvgGraphics extends ShapeGraphics {
    private final Svg svg;
    private Color color = Color.BLACK;
    private Composite composite = AlphaComposite.SrcOver;
    private Shape clip = new Rectangle(-10_000, -10_000, 40_000, 40_000);

    SvgGraphics(Svg svg) {
        this.svg = svg;
    }

    @Override
    public Graphics create() {
        var copy = new SvgGraphics(svg);
        copy.setTransform(getTransform());
        copy.setFont(getFont());
        copy.setStroke(getStroke());
        copy.color = color;
        copy.composite = composite;
        copy.clip = clip;
        return copy;
    }

    private double alpha() {
        return composite instanceof AlphaComposite alpha ? alpha.getAlpha() : 1;
    }

    private String paint(String attribute) {
        double opacity = alpha() * color.getAlpha() / 255;
        return at(attribute, String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff))
                + (opacity < 1 ? at(attribute + "-opacity", opacity) : "");
    }

    /// Only what is clipped within the drawing needs a clip of its own.
    private String clipped() {
        var room = clip.getBounds2D();
        if (room.getWidth() > 20_000) {
            return "";
        }
        String name = svg.define("clipPath", "", "<rect" + at("x", room.getX()) + at("y", room.getY())
                + at("width", room.getWidth()) + at("height", room.getHeight()) + "/>");
        return at("clip-path", "url(#" + name + ")");
    }

    @Override
    public void fill(Shape shape) {
        svg.put("path", at("d", data(shape.getPathIterator(getTransform()), Svg::number)) + paint("fill") + clipped());
    }

    @Override
    public void draw(Shape shape) {
        Stroke stroke = getStroke();
        String dashes = "";
        double width = 1;
        if (stroke instanceof BasicStroke basic) {
            width = basic.getLineWidth();
            if (basic.getDashArray() != null) {
                for (float dash : basic.getDashArray()) {
                    dashes += (dashes.isEmpty() ? "" : " ") + number(dash);
                }
            }
        }
        svg.put("path", at("d", data(shape.getPathIterator(getTransform()), Svg::number)) + at("fill", "none") + paint("stroke")
                + at("stroke-width", width) + at("stroke-linejoin", "round")
                + (dashes.isEmpty() ? "" : at("stroke-dasharray", dashes)) + clipped());
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        AffineTransform t = getTransform();
        String placed = t.isIdentity()
                ? ""
                : at("transform", "matrix(" + t.getScaleX() + " " + t.getShearY() + " " + t.getShearX() + " "
                        + t.getScaleY() + " " + number(t.getTranslateX()) + " " + number(t.getTranslateY()) + ")");
        svg.words("text", at("x", x) + at("y", y) + at("font-family", font.getFamily() + ", sans-serif")
                + at("font-size", font.getSize2D()) + paint("fill") + placed, text);
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        var scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return scratch.getFontMetrics(of);
        } finally {
            scratch.dispose();
        }
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
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        }
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setComposite(Composite other) {
        composite = other;
    }

    @Override
    public Shape getClip() {
        return clip;
    }

    @Override
    public void setClip(Shape other) {
        clip = other == null ? new Rectangle(-10_000, -10_000, 40_000, 40_000) : other;
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        clip = new Rectangle(x, y, width, height);
    }

    @Override
    public void clip(Shape shape) {
        var both = new Area(clip);
        both.intersect(new Area(shape));
        clip = both;
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }
}
