package rewardscope.ui.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/// One meaning, one colour. The choice holds for the three common colour deficiencies (Okabe & Ito's set).
///
/// @param ink text and policy
/// @param faintInk secondary text, 4.5:1 at least
/// @param paper the background of panes
/// @param desk what lies behind panes
/// @param hairline thin lines between things
/// @param accent the one accent of the controls
/// @param positive value, positive end of the scale
/// @param negative value, negative end; punishment
/// @param tdError TD error, advantage
/// @param exploration exploration
/// @param reference reference policy, old policy
public record Palette(
        String name,
        boolean dark,
        Color ink,
        Color faintInk,
        Color paper,
        Color desk,
        Color wall,
        Color hairline,
        Color accent,
        Color reward,
        Color punishment,
        Color positive,
        Color negative,
        Color tdError,
        Color exploration,
        Color reference) {
    public static final Palette LIGHT = new Palette(
            "light",
            false,
            Color.web("#16202B"),
            Color.web("#52606D"),
            Color.web("#FFFFFF"),
            Color.web("#F4F6F8"),
            Color.web("#3A4754"),
            Color.web("#D5DCE3"),
            Color.web("#0072B2"),
            Color.web("#E69F00"),
            Color.web("#D55E00"),
            Color.web("#0072B2"),
            Color.web("#D55E00"),
            Color.web("#AA4499"),
            Color.web("#009E73"),
            Color.web("#7A8794"));
    public static final Palette DARK = new Palette(
            "dark",
            true,
            Color.web("#EDF1F5"),
            Color.web("#A3B0BD"),
            Color.web("#161C23"),
            Color.web("#0E1318"),
            Color.web("#56636F"),
            Color.web("#313B46"),
            Color.web("#5AB4F0"),
            Color.web("#FFC14D"),
            Color.web("#FF8A4C"),
            Color.web("#5AB4F0"),
            Color.web("#FF8A4C"),
            Color.web("#E08BD0"),
            Color.web("#4DD4AC"),
            Color.web("#8795A3"));

    /// The same meanings for a projector, which washes out what is faint: ink as far from paper as can be, and lines and
    /// secondary text strong enough to survive daylight.
    public Palette projected() {
        return new Palette(
                name + " projector", dark,
                dark ? Color.WHITE : Color.BLACK,
                Color.web(dark ? "#D5DEE7" : "#2B3743"),
                dark ? Color.BLACK : Color.WHITE,
                dark ? Color.BLACK : Color.WHITE,
                wall,
                Color.web(dark ? "#7F8C99" : "#6B7783"),
                accent.interpolate(dark ? Color.WHITE : Color.BLACK, 0.15),
                reward, punishment, positive, negative, tdError, exploration, reference);
    }

    /// The colour of a value on a scale that runs blue – paper – orange about zero.
    ///
    /// @param value what to show
    /// @param scale the magnitude that gets the full colour
    public Color ofValue(double value, double scale) {
        if (!Double.isFinite(value) || scale <= 0) {
            return paper;
        }
        double strength = Math.min(1, Math.abs(value) / scale);
        return paper.interpolate(value >= 0 ? positive : negative, 0.72 * strength);
    }

    /// Ink that can be read on a background.
    public Color inkOn(Color background) {
        double luminance =
                0.2126 * background.getRed() + 0.7152 * background.getGreen() + 0.0722 * background.getBlue();
        boolean darkInk = luminance > 0.45;
        return darkInk ? Color.web("#16202B") : Color.web("#FFFFFF");
    }

    /// As a style sheet writes it.
    public static String css(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02X%02X%02X",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}
