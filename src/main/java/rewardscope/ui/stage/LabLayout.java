package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rewardscope.language.world.Quality;

/// Sets the texts of the language lab like lines of a page: words as boxes in reading order, and under each word its
/// numbers, with the names of the rows at the left of every line.
final class LabLayout {
    /// Rows of shares and ratios, which have no sign.
    private static final Set<String> UNSIGNED = Set.of("π", "ratio", "clipped");

    /// Rows in which the sign is the news.
    private static final Set<String> TINTED = Set.of("KL", "reward", "advantage", "return");

    private static final double LARGEST = 30;

    /// What would have to be smaller is left out: nobody in a room reads it.
    private static final double SMALLEST = 12;

    enum Style {
        LABEL,
        PROMPT,
        TOKEN,
        LIT,
        NUMBER,
        FACT
    }

    /// A piece of text in its box.
    ///
    /// @param tint in [−1, 1], how strongly the box is shaded; 0 for not at all
    record Piece(Box box, String text, Style style, double tint) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Box area;
    private final double size;
    private final double labels;
    private double marks;
    private double y;

    private LabLayout(Box area, double size) {
        this.area = area;
        this.size = size;
        labels = size * 6.4;
        marks = labels;
        y = area.y();
    }

    /// The pieces, and the size of their letters.
    record Page(List<Piece> pieces, double size) {}

    /// As large as it fits; what does not fit at the smallest size is left out at the end.
    static Page of(LabScene scene, Box area) {
        double size = LARGEST;
        while (true) {
            var layout = new LabLayout(area, size);
            layout.lay(scene);
            if (layout.y <= area.bottom() || size <= SMALLEST) {
                var seen = layout.pieces.stream().filter(p -> p.box.bottom() <= area.bottom() + 0.5).toList();
                return new Page(seen, size);
            }
            size -= 0.5;
        }
    }

    private void lay(LabScene scene) {
        // prompts before their answers, on one line where there is room for both
        double longest = scene.passages().stream()
                .mapToDouble(passage -> Brush.wordWidth(passage.mark(), 0.88 * size))
                .max().orElse(0) + size * 0.6;
        marks = longest <= 0.36 * area.width() ? Math.max(labels, longest) : labels;
        if (!scene.prompt().isEmpty()) {
            words("prompt", List.of(scene.prompt().strip().split("\\s+")), -1, List.of(), Style.PROMPT);
        }
        for (LabScene.Passage passage : scene.passages()) {
            double end = words(passage.mark(), passage.tokens(), passage.lit(), passage.rows(), Style.TOKEN);
            if (passage.rows().isEmpty() && end + width(passage.facts()) <= area.right()) {
                beside(end, passage.facts());
            } else {
                facts("", passage.facts());
            }
        }
        facts("this act", scene.facts());
        scene.quality().ifPresent(q -> facts("true quality", parts(q)));
    }

    static List<LabScene.Fact> parts(Quality q) {
        return List.of(new LabScene.Fact("total", q.total()), new LabScene.Fact("helpful", q.helpful()),
                new LabScene.Fact("honest", q.honest()), new LabScene.Fact("harmless", q.harmless()),
                new LabScene.Fact("polite", q.polite()), new LabScene.Fact("fluent", q.fluent()));
    }

    /// A text of as many lines as it takes; returns where its last line ends.
    private double words(String mark, List<String> tokens, int lit, List<LabScene.Row> rows, Style style) {
        double high = size * 1.7;
        boolean above = Brush.wordWidth(mark, 0.88 * size) > marks;
        if (above) {
            label(mark, high, area.width());
            y += high;
        } else {
            label(mark, high, marks);
        }
        int from = 0;
        double x;
        do {
            int to = from;
            x = area.x() + marks;
            while (to < tokens.size()) {
                double width = width(tokens.get(to), rows, to);
                if (to > from && x + width > area.right()) {
                    break;
                }
                var token = new Box(x, y, width, high);
                pieces.add(new Piece(token, tokens.get(to), to == lit ? Style.LIT : style, 0));
                for (int r = 0; r < rows.size(); r++) {
                    var row = rows.get(r);
                    double at = y + high + r * line() + 2;
                    double value = row.values()[to];
                    pieces.add(new Piece(new Box(x, at, width, line()), number(row, value), Style.NUMBER,
                            tint(row, value)));
                }
                x += width + size * 0.3;
                to++;
            }
            for (int r = 0; r < rows.size() && to > from; r++) {
                pieces.add(new Piece(new Box(area.x(), y + high + r * line() + 2, labels, line()),
                        rows.get(r).label(), Style.LABEL, 0));
            }
            y += high + rows.size() * line() + size * 0.45;
            from = to;
        } while (from < tokens.size());
        return x + size;
    }

    private double line() {
        return size * 1.25;
    }

    private void label(String text, double high, double width) {
        pieces.add(new Piece(new Box(area.x(), y, width, high), text, Style.LABEL, 0));
    }

    private double width(String token, List<LabScene.Row> rows, int t) {
        double width = Brush.wordWidth(token, size) + size * 0.8;
        for (LabScene.Row row : rows) {
            width = Math.max(width, (number(row, row.values()[t]).length() + 1) * Brush.DIGIT * size * 0.88);
        }
        return width;
    }

    private double width(List<LabScene.Fact> facts) {
        return facts.stream().mapToDouble(fact -> Brush.wordWidth(fact.text(), size) + size).sum();
    }

    /// Numbers behind a short text, on its line.
    private void beside(double from, List<LabScene.Fact> facts) {
        double high = size * 1.7;
        double x = from;
        for (LabScene.Fact fact : facts) {
            double width = Brush.wordWidth(fact.text(), size);
            pieces.add(new Piece(new Box(x, y - high - size * 0.45, width, high), fact.text(), Style.FACT, 0));
            x += width + size;
        }
    }

    private void facts(String label, List<LabScene.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        double high = size * 1.5;
        label(label, high, labels);
        double x = area.x() + labels;
        for (LabScene.Fact fact : facts) {
            String text = fact.text();
            double width = Brush.wordWidth(text, size);
            if (x > area.x() + labels && x + width > area.right()) {
                x = area.x() + labels;
                y += high;
            }
            pieces.add(new Piece(new Box(x, y, width, high), text, Style.FACT, 0));
            x += width + size * 1.4;
        }
        y += high + size * 0.3;
    }

    /// Two decimals, with a sign where the number has one to have.
    static String number(LabScene.Row row, double value) {
        if (!Double.isFinite(value)) {
            return Numbers.brief(value);
        }
        String format = UNSIGNED.contains(row.label()) ? "%.2f" : "%+.2f";
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("[+-]0\\.00") ? "0.00" : text.replace('-', '−');
    }

    private static double tint(LabScene.Row row, double value) {
        double most = Arrays.stream(row.values()).map(Math::abs).max().orElse(0);
        return TINTED.contains(row.label()) && most > 0.005 && Double.isFinite(most) ? value / most : 0;
    }
}
