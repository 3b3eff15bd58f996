package rewardscope.ui.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// What a curve is called on the screen, what it is counted in, and its colour by meaning.
///
/// @param title sentence case
/// @param unit what the horizontal axis counts
/// @param logarithmic whether it goes over many powers of ten
record CurveKind(String name, String title, String unit, boolean logarithmic) {
    /// What is shown first where not all fit.
    private static final List<String> ORDER = List.of("return", "max-change", "largest-value", "td-error", "steps");

    static CurveKind of(String name) {
        return switch (name) {
            case "return" -> new CurveKind(name, "Return per episode", "episode", false);
            case "steps" -> new CurveKind(name, "Steps per episode", "episode", false);
            case "max-change" -> new CurveKind(name, "Largest change per sweep", "sweep", true);
            case "td-error" -> new CurveKind(name, "TD error per step", "step", false);
            case "rms-error" -> new CurveKind(name, "RMS error of the values", "episode", false);
            case "largest-error" -> new CurveKind(name, sentence(name), "episode", false);
            case "largest-weight", "largest-value" -> new CurveKind(name, sentence(name), "step", true);
            case "kl" -> new CurveKind(name, "KL", "update", false);
            case "mean-q" -> new CurveKind(name, "Mean Q", "update", false);
            case "reward", "optimal" -> new CurveKind(name, sentence(name), "step", false);
            default -> new CurveKind(name, sentence(name), "update", false);
        };
    }

    private static String sentence(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Its place among the others.
    int rank() {
        int i = ORDER.indexOf(name);
        return i < 0 ? ORDER.size() : i;
    }

    Color color(Palette palette) {
        return switch (name) {
            case "return" -> palette.reward();
            case "td-error" -> palette.tdError();
            case "steps" -> palette.faintInk();
            default -> palette.accent();
        };
    }
}
