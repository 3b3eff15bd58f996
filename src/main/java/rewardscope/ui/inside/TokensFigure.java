package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.theme.Palette;

/// One answer as a table: a column for each token, a row for each quantity of PPO with the KL penalty. The token that is
/// pointed at is worked out above.
final class TokensFigure implements Figure {
    private static final double LABELS = 118;

    private record Row(String name, boolean signed, boolean shaded, ToDoubleFunction<AnswerTokens.Token> number) {}

    private static final List<Row> ROWS = List.of(
            new Row("log π", true, false, t -> t.scored().logp()),
            new Row("log π reference", true, false, t -> t.scored().refLogp()),
            new Row("KL, their difference", true, true, t -> t.scored().logRatio()),
            new Row("reward R", true, true, t -> t.scored().reward()),
            new Row("value V", true, false, t -> t.scored().value()),
            new Row("advantage Â", true, true, t -> t.scored().advantage()),
            new Row("ratio π/π old", false, false, AnswerTokens.Token::ratio));

    @Override
    public String title() {
        return "Tokens";
    }

    @Override
    public String meaning() {
        return "Log-probabilities under policy and reference, KL, reward, value, advantage and ratio of one answer";
    }

    @Override
    public Look look() {
        return Look.ANSWER_TOKENS;
    }

    private static Box field(Box area) {
        return new Box(area.x() + LABELS, area.y() + 40, Math.max(10, area.width() - LABELS), area.height() - 40);
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var found = AnswerTokens.of(view);
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The table appears when the first batch of answers has its scores.");
            return;
        }
        AnswerTokens answer = found.get();
        int n = answer.tokens().size();
        int at = Math.clamp(pointed.orElse(n - 1), 0, n - 1);
        Ink.title(brush, palette, area, sum(answer, at));
        Ink.note(brush, palette, area.x(), area.y() + 26, "“" + answer.prompt() + "”");
        Box field = field(area);
        double column = Math.min(96, field.width() / n);
        double line = field.height() / (ROWS.size() + 1);
        double size = Math.clamp(Math.min(line * 0.62, column * 0.28), Brush.SMALLEST_TEXT, 15);
        var lit = new Box(field.x() + at * column, field.y(), column - 2, field.height());
        brush.fillRound(lit, 4, faint(palette.accent(), 0.12));
        for (int t = 0; t < n; t++) {
            String word = answer.tokens().get(t).word();
            double fits = Math.min(size, size * (column - 4) / Math.max(1, Brush.wordWidth(word, size)));
            brush.word(word, field.x() + (t + 0.5) * column, field.y() + line / 2, Math.max(Brush.SMALLEST_TEXT, fits),
                    t == at, palette.ink());
        }
        for (int r = 0; r < ROWS.size(); r++) {
            row(brush, palette, new Box(field.x(), field.y() + (r + 1) * line, field.width(), line), ROWS.get(r),
                    answer, column, size);
        }
    }

    private static void row(
            Brush brush, Palette palette, Box box, Row row, AnswerTokens answer, double column, double size) {
        double y = box.centerY();
        brush.line(box.x() - LABELS, box.y(), box.right(), box.y(), 1, palette.hairline());
        brush.word(row.name(), box.x() - LABELS, y, Math.min(12, size + 2), false, palette.ink(), TextAlignment.LEFT);
        double most = answer.tokens().stream().mapToDouble(row.number()).map(Math::abs).max().orElse(0);
        for (int t = 0; t < answer.tokens().size(); t++) {
            double value = row.number().applyAsDouble(answer.tokens().get(t));
            double x = box.x() + (t + 0.5) * column;
            if (row.shaded() && most > 0.005) {
                Color sign = value > 0 ? palette.positive() : palette.negative();
                brush.fill(new Box(x - column / 2 + 1, box.y() + 2, column - 4, box.height() - 4),
                        faint(sign, 0.3 * Math.abs(value) / most));
            }
            boolean clipped = row.name().startsWith("ratio") && Math.abs(value - 1) > answer.clip();
            brush.number(number(row, value) + (clipped ? "!" : ""), x, y, size, column - 3, clipped, palette.ink());
        }
    }

    private static String number(Row row, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, row.signed() ? "%+.2f" : "%.2f", value);
        return text.matches("[+-]0\\.00") ? "0.00" : text.replace('-', '−');
    }

    private static Color faint(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    /// "R = −β·KL + score = −0.15·(+0.42) + 1.20 = +1.14": the reward of one token from what it is made of.
    static String sum(AnswerTokens answer, int t) {
        var token = answer.tokens().get(t);
        boolean last = t == answer.tokens().size() - 1;
        String text = String.format(Locale.ROOT, "“%s”:  R = −β·KL%s = −%.2f·(%+.2f)%s = %+.2f%s", token.word(),
                last ? " + score" : "", answer.klCoef(), token.scored().logRatio(),
                last ? String.format(Locale.ROOT, " + (%+.2f)", answer.score()) : "", token.scored().reward(),
                last ? "" : "   (the score comes with the last token)");
        return text.replace('-', '−');
    }

    @Override
    public OptionalInt at(Box area, View view, double x, double y) {
        Box field = field(area);
        int n = items(view);
        double column = n == 0 ? 1 : Math.min(96, field.width() / n);
        int t = (int) Math.floor((x - field.x()) / column);
        return t < 0 || t >= n ? OptionalInt.empty() : OptionalInt.of(t);
    }

    @Override
    public int items(View view) {
        return AnswerTokens.of(view).map(answer -> answer.tokens().size()).orElse(0);
    }

    @Override
    public String spoken(View view) {
        return AnswerTokens.of(view)
                .map(answer -> answer.tokens().size() + " tokens; " + sum(answer, answer.tokens().size() - 1))
                .orElse("no batch yet");
    }
}
