package rewardscope.ui.equation;

import java.util.Locale;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// What a component of a record means, told from its name: the field's own terms are used throughout.
enum Meaning {
    REWARD,
    VALUE,
    TD_ERROR,
    EXPLORATION,
    PARAMETER,
    OTHER;

    static Meaning of(String component) {
        String name = component.toLowerCase(Locale.ROOT);
        if (name.contains("tderror") || name.contains("advantage") || name.equals("delta")) {
            return TD_ERROR;
        }
        if (name.startsWith("reward") || name.equals("r") || name.equals("return")) {
            return REWARD;
        }
        if (name.equals("epsilon") || name.startsWith("bonus") || name.startsWith("explor")) {
            return EXPLORATION;
        }
        if (name.equals("alpha") || name.equals("gamma") || name.equals("lambda") || name.equals("beta")
                || name.equals("n") || name.equals("probability") || name.equals("p") || name.equals("pi")) {
            return PARAMETER;
        }
        if (name.matches("(v|q|max[vq]|expected[vq]|value|target|estimate|baseline|return).*")) {
            return VALUE;
        }
        return OTHER;
    }

    /// The colour of its mark.
    Color mark(Palette palette) {
        return switch (this) {
            case REWARD -> palette.reward();
            case VALUE -> palette.positive();
            case TD_ERROR -> palette.tdError();
            case EXPLORATION -> palette.exploration();
            case PARAMETER, OTHER -> palette.hairline();
        };
    }

    /// The colour of its symbol: the mark's, darkened or lightened until it can be read.
    Color ink(Palette palette) {
        return this == PARAMETER || this == OTHER ? palette.ink() : readable(mark(palette), palette);
    }

    /// Moves a colour towards the ink until it stands out 4.5 to 1 from the paper.
    static Color readable(Color color, Palette palette) {
        Color result = color;
        for (double share = 0; share <= 1; share += 0.05) {
            result = color.interpolate(palette.ink(), share);
            if (contrast(result, palette.paper()) >= 4.5) {
                return result;
            }
        }
        return result;
    }

    static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
