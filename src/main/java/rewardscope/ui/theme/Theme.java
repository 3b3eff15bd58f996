package rewardscope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Puts a palette on a scene: the control theme, the colours that style sheets look up, and the size of text.
///
/// Style sheets use `-rs-ink`, `-rs-faint`, `-rs-paper`, `-rs-desk`, `-rs-hairline`, `-rs-accent`, `-rs-reward`,
/// `-rs-positive`, `-rs-negative`, `-rs-td`, `-rs-exploration` and `-rs-reference`, and sizes in `em`.
public final class Theme {
    private Theme() {}

    /// @param textScale 1 for 16-pixel body text; 1.6 in presenter mode
    public static void apply(Scene scene, Parent root, Palette palette, double textScale) {
        preload(palette);
        scene.setFill(palette.desk());
        root.setStyle(style(palette, textScale));
    }

    /// Makes the control theme that of every window, menus and hints included. Called before the first control is made,
    /// it saves JavaFX from reading its own theme as well.
    public static void preload(Palette palette) {
        String sheet =
                palette.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private static String style(Palette palette, double textScale) {
        return String.format(
                                Locale.ROOT,
                                "-rs-ink: %s; -rs-faint: %s; -rs-paper: %s; -rs-desk: %s; -rs-hairline: %s; -rs-accent: %s;",
                                Palette.css(palette.ink()),
                                Palette.css(palette.faintInk()),
                                Palette.css(palette.paper()),
                                Palette.css(palette.desk()),
                                Palette.css(palette.hairline()),
                                Palette.css(palette.accent()))
                + String.format(
                                Locale.ROOT,
                                " -rs-reward: %s; -rs-positive: %s; -rs-negative: %s; -rs-td: %s; -rs-exploration: %s;"
                                        + " -rs-reference: %s; -rs-wall: %s;",
                                Palette.css(palette.reward()),
                                Palette.css(palette.positive()),
                                Palette.css(palette.negative()),
                                Palette.css(palette.tdError()),
                                Palette.css(palette.exploration()),
                                Palette.css(palette.reference()),
                                Palette.css(palette.wall()))
                + " -color-accent-fg: -rs-accent; -color-accent-emphasis: -rs-accent; -color-fg-default: -rs-ink;"
                + " -color-bg-default: -rs-paper; -color-border-default: -rs-hairline; -color-fg-muted: -rs-faint;"
                + String.format(Locale.ROOT, " -fx-font-family: \"%s\"; -fx-font-size: %.2fpx;", Fonts.WORDS, 14 * textScale);
    }
}
