package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Spoils texts, as typing errors, bad copies and bad intentions do.
final class Mutation {
    private static final List<String> TOKENS = List.of(
            "```", "---", "$$", "$", ":", "- ", "  ", "\n", "\t", "{", "}", "[", "]", "&a ", "*a", "!!x", "|", ">", "#",
            "\"", "'", "\u0000", "\uFFFD", "😀", "1e999", "-1", ".nan", "[[[[[[", "do:", "show:", "?", "%", "\\", "<!--",
            "![x](../../secret.png)", "![x](/etc/passwd)", "![x](file:///etc/passwd)", "[x](../../../secret.md)",
            "\n```simulation x\n", "\n```exercise y\n", "{{alpha}}", "<<: *a", "*a *a *a", "\\left(", "\\frac{", "^{_{",
            "\u202E", "\uD800", "\r", "> > > > > >", "| --- |", "2147483648", "9223372036854775808", "0x7f", "1_000", "12:30:45",
            "!!java.io.File [/etc/passwd]", "file: ../../secret", "world: ../secret", "<script>alert(1)</script>");

    private final SplittableRandom random;

    Mutation(long seed) {
        random = new SplittableRandom(seed);
    }

    /// One of the texts with one to three things changed.
    String of(List<String> originals) {
        String mutant = originals.get(random.nextInt(originals.size()));
        for (int n = random.nextInt(3); n >= 0; n--) {
            mutant = changed(mutant);
        }
        return mutant;
    }

    private String changed(String text) {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        if (text.isEmpty()) {
            return token;
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(40));
        List<String> lines = text.lines().toList();
        int line = random.nextInt(lines.size());
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + token + text.substring(at);
            case 2 -> text.substring(0, at) + (char) random.nextInt(1, 0xD800) + text.substring(at + 1);
            case 3 -> text.substring(0, end) + text.substring(at);
            case 4 -> joined(lines, line, lines.get(random.nextInt(lines.size())));
            case 5 -> joined(lines, line, "");
            case 6 -> text.substring(0, at) + token.repeat(1 << random.nextInt(12)) + text.substring(at);
            case 7 -> text.substring(0, at);
            default -> joined(lines, line, lines.get(line).replaceFirst("[0-9]+", Long.toString(random.nextLong())));
        };
    }

    private static String joined(List<String> lines, int changed, String line) {
        var copy = new ArrayList<>(lines);
        copy.set(changed, line);
        return String.join("\n", copy);
    }
}
