package rewardscope.ui.stage;

import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// What the colours stand for: the ends of the scale and a strip between them.
final class Legend extends HBox {
    private final Label what = new Label();
    private final Label low = new Label();
    private final Region strip = new Region();
    private final Label high = new Label();
    private String shown = "";

    Legend() {
        getStyleClass().add("stage-legend");
        setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        low.getStyleClass().add("number");
        high.getStyleClass().add("number");
        what.getStyleClass().add("what");
        getChildren().addAll(what, low, strip, high);
    }

    void show(String title, ValueScale scale) {
        double most = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
        show(title, scale.diverges() ? -most : scale.low(), scale.diverges() ? most : scale.high(), scale::color);
    }

    void show(String title, double from, double to, DoubleFunction<Color> color) {
        var gradient = new StringBuilder("-fx-background-color: -rs-hairline, linear-gradient(to right");
        for (int i = 0; i <= 8; i++) {
            double share = i / 8.0;
            gradient.append(String.format(
                    Locale.ROOT, ", %s %.1f%%", Palette.css(color.apply(from + share * (to - from))), 100 * share));
        }
        String style = gradient.append(");").toString();
        String key = title + from + to + style;
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        boolean any = from != to;
        what.setText(title);
        low.setText(any ? Numbers.brief(from) : "");
        high.setText(any ? Numbers.brief(to) : "");
        strip.setVisible(any);
        strip.setStyle(style);
    }
}
