package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.language.LanguageLook;
import rewardscope.sim.View;

/// A language model: what it writes, what it expects next, where each head looks, and how its tokens lie.
final class LanguagePainter implements WorldPainter {
    private static final double GAP = 20;
    private static final int ROWS = 2;

    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Language(LanguageLook look))) {
            return;
        }
        Box all = picture.area();
        Box area = new Box(all.x() + 24, all.y() + 16, all.width() - 48, all.height() - 32);
        double written = sample(brush, picture, look, area);
        double y = area.y() + written + GAP;
        double height = area.bottom() - y;
        if (height < 60) {
            return;
        }
        double bars = area.width() * 0.24;
        double maps = area.width() * 0.41;
        next(brush, picture, look, new Box(area.x(), y, bars, height));
        attention(brush, picture, look, new Box(area.x() + bars + GAP, y, maps, height));
        double x = area.x() + bars + maps + 2 * GAP;
        embeddings(brush, picture, look, new Box(x, y, area.right() - x, height));
    }

    /// The prompt faint, what the model wrote after it in ink. Returns the height that it took.
    private static double sample(Brush brush, Picture picture, LanguageLook look, Box area) {
        title(brush, picture, "It writes", area.x(), area.y());
        String shown = String.join("", look.prompt()) + look.sample();
        int prompted = String.join("", look.prompt()).length();
        double size = Math.clamp(area.width() / (shown.length() / 2.0 + 4) / Brush.DIGIT, 10, 26);
        double line = size * 1.45;
        double step = size * Brush.DIGIT;
        int columns = Math.max(10, (int) (area.width() / step));
        double top = area.y() + 28 + size / 2;
        int row = 0;
        int column = 0;
        for (int i = 0; i < shown.length() && row < ROWS; i++) {
            char c = shown.charAt(i);
            boolean space = Character.isWhitespace(c);
            String text = c == '\n' ? "↵" : String.valueOf(c);
            var color = i < prompted || space ? picture.palette().faintInk() : picture.palette().ink();
            if (c != ' ') {
                brush.number(text, area.x() + (column + 0.5) * step, top + row * line, size, false, color);
            }
            column++;
            if (space && column + wordAt(shown, i + 1) > columns || column == columns) {
                row++;
                column = 0;
            }
        }
        return 28 + ROWS * line;
    }

    /// The length of the word that begins there.
    private static int wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end - start + 1;
    }

    /// Bars of the likeliest next tokens.
    private static void next(Brush brush, Picture picture, LanguageLook look, Box box) {
        var palette = picture.palette();
        title(brush, picture, "After “" + String.join("", look.prompt()).strip() + "” comes", box.x(), box.y());
        int n = look.next().size();
        double row = Math.min(34, (box.height() - 28) / n);
        double size = Math.clamp(row * 0.62, 8, 18);
        double left = box.x() + size * 1.6;
        double room = box.width() - size * 5;
        for (int i = 0; i < n; i++) {
            var candidate = look.next().get(i);
            double y = box.y() + 28 + (i + 0.5) * row;
            brush.number(visible(candidate.token()), box.x() + size * 0.6, y, size, true, palette.ink());
            double w = Math.max(1, room * candidate.probability());
            brush.fillRound(new Box(left, y - row * 0.3, w, row * 0.6), 2, palette.ink());
            String percent = String.format(Locale.ROOT, "%.2f", candidate.probability());
            brush.number(percent, left + w + size * 1.7, y, size * 0.85, false, palette.faintInk());
        }
    }

    /// One square a head: rows look, columns are looked at.
    private static void attention(Brush brush, Picture picture, LanguageLook look, Box box) {
        title(brush, picture, "Where the last layer looks", box.x(), box.y());
        int heads = look.attention().length;
        double height = box.height() - 28;
        int across = 1;
        double side = 0;
        for (int columns = 1; columns <= heads; columns++) {
            int rows = (heads + columns - 1) / columns;
            double fits = Math.min((box.width() - (columns - 1) * 24) / columns, height / rows - 26);
            if (fits > side) {
                side = fits;
                across = columns;
            }
        }
        for (int h = 0; h < heads; h++) {
            double x = box.x() + h % across * (side + 24);
            double y = box.y() + 28 + h / across * (side + 26);
            head(brush, picture, look, look.attention()[h], new Box(x, y, side, side), h);
        }
    }

    private static void head(
            Brush brush, Picture picture, LanguageLook look, double[][] weights, Box box, int h) {
        var palette = picture.palette();
        List<String> tokens = look.prompt();
        int n = tokens.size();
        double cell = box.width() / (n + 1);
        double size = cell * 0.86;
        for (int i = 0; i < n; i++) {
            double at = (i + 1.5) * cell;
            if (size >= Brush.SMALLEST_TEXT) {
                brush.number(visible(tokens.get(i)), box.x() + at, box.y() + cell / 2, size, false, palette.faintInk());
                brush.number(visible(tokens.get(i)), box.x() + cell / 2, box.y() + at, size, false, palette.faintInk());
            }
            for (int j = 0; j <= i; j++) {
                var color = palette.paper().interpolate(palette.positive(), 0.06 + 0.94 * weights[i][j]);
                brush.fill(new Box(box.x() + (j + 1) * cell, box.y() + (i + 1) * cell, cell - 1, cell - 1), color);
            }
        }
        String name = "head " + (h + 1);
        brush.word(name, box.right(), box.y() + 1.8 * cell, 12, false, palette.faintInk(), TextAlignment.RIGHT);
    }

    /// Every token at the first two principal components of its embedding.
    private static void embeddings(Brush brush, Picture picture, LanguageLook look, Box box) {
        var palette = picture.palette();
        String held = String.format(Locale.ROOT, "Tokens in 2-D (%.0f %%)", 100 * look.explained());
        title(brush, picture, held, box.x(), box.y());
        Box plot = new Box(box.x(), box.y() + 28, box.width(), box.height() - 28);
        double reach = 1e-9;
        for (double[] point : look.embeddings()) {
            reach = Math.max(reach, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        brush.line(plot.x(), plot.centerY(), plot.right(), plot.centerY(), 1, palette.hairline());
        brush.line(plot.centerX(), plot.y(), plot.centerX(), plot.bottom(), 1, palette.hairline());
        double size = Math.clamp(plot.height() / 14, 10, 20);
        for (int t = 0; t < look.embeddings().length; t++) {
            double x = plot.centerX() + look.embeddings()[t][0] / reach * (plot.width() / 2 - size);
            double y = plot.centerY() - look.embeddings()[t][1] / reach * (plot.height() / 2 - size);
            String token = look.tokens().get(t);
            boolean vowel = "aeiou".contains(token);
            brush.number(visible(token), x, y, size, vowel, vowel ? palette.tdError() : palette.ink());
        }
    }

    private static void title(Brush brush, Picture picture, String text, double x, double y) {
        double size = Math.clamp(picture.area().height() / 28, 13, 20);
        brush.word(text, x, y + 8, size, false, picture.palette().faintInk(), TextAlignment.LEFT);
    }

    private static String visible(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "↵";
            default -> token;
        };
    }
}
