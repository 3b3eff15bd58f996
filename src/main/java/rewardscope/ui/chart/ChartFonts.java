package rewardscope.ui.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import rewardscope.ui.theme.Fonts;

/// The bundled fonts under their AWT names, which JFreeChart asks for and JavaFX then draws.
record ChartFonts(Font words, Font numbers) {
    static ChartFonts load() {
        return new ChartFonts(load("Inter-Regular.otf", Fonts.WORDS), load("JetBrainsMono-Regular.ttf", Fonts.NUMBERS));
    }

    private static Font load(String file, String family) {
        try (InputStream in = ChartFonts.class.getResourceAsStream("/assets/fonts/" + file)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return new Font(family, Font.PLAIN, 12);
        } catch (FontFormatException e) {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
