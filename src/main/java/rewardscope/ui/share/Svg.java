package rewardscope.ui.share;

import java.util.Base64;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import rewardscope.ui.Pixels;

/// The text of an SVG document as it grows: elements in the order in which they are painted.
final class Svg {
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder definitions = new StringBuilder();
    private int names;

    Svg open(String tag, String attributes) {
        body.append('<').append(tag).append(attributes).append(">\n");
        return this;
    }

    Svg close(String tag) {
        body.append("</").append(tag).append(">\n");
        return this;
    }

    /// An element without content.
    Svg put(String tag, String attributes) {
        body.append('<').append(tag).append(attributes).append("/>\n");
        return this;
    }

    /// An element with words in it.
    Svg words(String tag, String attributes, String words) {
        body.append('<').append(tag).append(attributes).append('>').append(escaped(words));
        return close(tag);
    }

    /// Adds a definition and returns its name.
    String define(String tag, String attributes, String content) {
        String name = "d" + ++names;
        definitions
                .append('<').append(tag).append(at("id", name)).append(attributes).append('>')
                .append(content)
                .append("</").append(tag).append(">\n");
        return name;
    }

    /// @param title of the picture
    /// @param description what made it: the experiment
    String document(double width, double height, String title, String description) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + at("width", width) + at("height", height)
                + at("viewBox", "0 0 " + number(width) + " " + number(height)) + ">\n"
                + "<title>" + escaped(title) + "</title>\n<desc>" + escaped(description) + "</desc>\n"
                + (definitions.isEmpty() ? "" : "<defs>\n" + definitions + "</defs>\n")
                + body + "</svg>\n";
    }

    static String at(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    static String at(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /// Two decimals are a fifth of a pixel on a wall.
    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%.0f", rounded == 0 ? 0.0 : rounded)
                : Double.toString(rounded);
    }

    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /// `fill` or `stroke` with its opacity.
    String paint(String attribute, Paint paint, double alpha) {
        if (paint instanceof LinearGradient gradient) {
            return at(attribute, "url(#" + gradient(gradient) + ")");
        }
        Color color = paint instanceof Color plain ? plain : Color.TRANSPARENT;
        double opacity = color.getOpacity() * alpha;
        if (opacity <= 0) {
            return at(attribute, "none");
        }
        return at(attribute, hex(color)) + (opacity < 1 ? at(attribute + "-opacity", opacity) : "");
    }

    private String gradient(LinearGradient gradient) {
        var stops = new StringBuilder();
        for (Stop stop : gradient.getStops()) {
            stops.append("<stop").append(at("offset", stop.getOffset())).append(at("stop-color", hex(stop.getColor())))
                    .append("/>");
        }
        return define("linearGradient",
                at("x1", gradient.getStartX()) + at("y1", gradient.getStartY())
                        + at("x2", gradient.getEndX()) + at("y2", gradient.getEndY())
                        + (gradient.isProportional() ? "" : at("gradientUnits", "userSpaceOnUse")),
                stops.toString());
    }

    static String hex(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x",
                Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255), Math.round(color.getBlue() * 255));
    }

    static String font(Font font) {
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        String weight = style.contains("semi") ? "600" : style.contains("bold") ? "700" : style.contains("medium") ? "500" : "";
        return at("font-family", font.getFamily() + (font.getFamily().contains("Mono") ? ", monospace" : ", sans-serif"))
                + at("font-size", font.getSize())
                + (weight.isEmpty() ? "" : at("font-weight", weight))
                + (style.contains("italic") ? at("font-style", "italic") : "");
    }

    Svg image(Image image, double x, double y, double w, double h, boolean smooth) {
        return put("image", at("x", x) + at("y", y) + at("width", w) + at("height", h) + at("preserveAspectRatio", "none")
                + (smooth ? "" : at("style", "image-rendering:pixelated"))
                + at("xlink:href", "data:image/png;base64," + Base64.getEncoder().encodeToString(Pixels.png(image))));
    }
}
