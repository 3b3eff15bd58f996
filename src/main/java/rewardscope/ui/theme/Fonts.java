package rewardscope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The bundled fonts: Inter for words, JetBrains Mono (tabular figures) for numbers.
public final class Fonts {
    public static final String WORDS = "Inter";
    public static final String NUMBERS = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "Inter-Italic.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /// Makes the fonts known to JavaFX; call it once before the first scene.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
                Font.loadFont(in, 12);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Font words(double size) {
        return Font.font(WORDS, size);
    }

    public static Font words(FontWeight weight, double size) {
        return Font.font(WORDS, weight, size);
    }

    public static Font numbers(double size) {
        return Font.font(NUMBERS, size);
    }

    public static Font numbers(FontWeight weight, double size) {
        return Font.font(NUMBERS, weight, size);
    }
}
