package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import rewardscope.agent.language.LanguageLook;

/// A language model's picture in words: for the tooltip of a token, and for a screen reader.
final class LanguageWords {
    private LanguageWords() {}

    /// A line each: which token, what the model gave it, what it expects after it.
    static String exact(LanguageLook look, int token) {
        if (look.trouble().isPresent() || token < 0 || token >= look.prompt().size()) {
            return look.trouble().orElse("");
        }
        var lines = new ArrayList<String>();
        lines.add("“" + LanguagePainter.visible(look.prompt().get(token)) + "”, place " + (token + 1));
        double given = look.promptProbability()[token];
        if (!Double.isNaN(given)) {
            lines.add("p = " + Numbers.exact(given));
            lines.add("−log p = " + Numbers.exact(-Math.log(given)));
        }
        var best = look.next().get(token).getFirst();
        lines.add("next “" + LanguagePainter.visible(best.token()) + "” " + Numbers.brief(best.probability()));
        return String.join("\n", lines);
    }

    /// What is drawn, as sentences.
    static String spoken(LanguageLook look, AttentionChoice choice, int token) {
        if (look.trouble().isPresent()) {
            return look.trouble().get();
        }
        int at = Math.clamp(token, 0, look.prompt().size() - 1);
        var text = new StringBuilder("A language model. After ")
                .append(String.join("", look.prompt()).strip())
                .append(" it writes: ")
                .append(look.sample().strip())
                .append(". After character ").append(at + 1).append(", ").append(name(look.prompt().get(at)))
                .append(", it expects ")
                .append(look.next().get(at).stream()
                        .limit(3)
                        .map(c -> name(c.token()) + " " + percent(c.probability()))
                        .collect(Collectors.joining(", ")))
                .append('.');
        int layer = choice.layerOf(look.layers());
        for (int h = 0; h < look.heads(); h++) {
            if (choice.shows(h, look.heads())) {
                double[] row = look.attention()[layer][h][at];
                int most = Values.best(row);
                text.append(" Head ").append(h + 1).append(" of layer ").append(layer + 1).append(" looks most at character ")
                        .append(most + 1).append(", ").append(name(look.prompt().get(most)))
                        .append(", ").append(percent(row[most])).append('.');
            }
        }
        return text.toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f percent", 100 * share);
    }

    private static String name(String token) {
        return switch (token) {
            case " " -> "space";
            case "\n" -> "new line";
            case "." -> "full stop";
            default -> token;
        };
    }
}
