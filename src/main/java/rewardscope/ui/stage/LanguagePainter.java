package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.language.LanguageLook;
import rewardscope.sim.View;

/// A language model: what it writes, what it expects next, where each head looks, and how its tokens lie. A place is a
/// token of the prompt: pointing at one lights its row in every map, and shows what the model expects after it.
final class LanguagePainter implements WorldPainter {
    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Language(LanguageLook look))) {
            return;
        }
        Box area = picture.area();
        if (look.trouble().isPresent()) {
            brush.word(look.trouble().get(), area.centerX(), area.centerY(), 16, false, picture.palette().ink());
            return;
        }
        var geometry = LanguageGeometry.of(picture, look);
        OptionalInt lit = lit(picture, look);
        sample(brush, picture, look, geometry);
        if (geometry.next().height() < 60) {
            return;
        }
        int asked = lit.orElse(look.prompt().size() - 1);
        next(brush, picture, look, geometry, asked);
        attention(brush, picture, look, geometry, lit);
        embeddings(brush, picture, look, geometry, look.prompt().get(asked));
    }

    /// The token of the prompt that is pointed at, clicked on, or under the keyboard.
    private static OptionalInt lit(Picture picture, LanguageLook look) {
        return picture.pointed()
                .or(picture::pinned)
                .or(picture::focused)
                .map(Place::state)
                .filter(t -> t >= 0 && t < look.prompt().size())
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// The prompt faint, what the model wrote after it in ink.
    private static void sample(Brush brush, Picture picture, LanguageLook look, LanguageGeometry geometry) {
        Box box = geometry.written();
        title(brush, picture, geometry, "It writes", box);
        int prompted = String.join("", look.prompt()).length();
        String shown = String.join("", look.prompt()) + look.sample();
        double size = geometry.sample();
        double line = size * 1.45;
        double step = size * Brush.DIGIT;
        int columns = Math.max(10, (int) (box.width() / step));
        double top = box.y() + geometry.title() + line / 2;
        int row = 0;
        int column = 0;
        for (int i = 0; i < shown.length() && top + row * line < box.bottom(); i++) {
            char c = shown.charAt(i);
            boolean space = Character.isWhitespace(c);
            String text = c == '\n' ? "↵" : String.valueOf(c);
            var color = i < prompted || space ? picture.palette().faintInk() : picture.palette().ink();
            if (c != ' ') {
                brush.number(text, box.x() + (column + 0.5) * step, top + row * line, size, false, color);
            }
            column++;
            if (space && column + wordAt(shown, i + 1) > columns || column == columns) {
                row++;
                column = 0;
            }
        }
    }

    /// The length of the word that begins there.
    private static int wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end - start + 1;
    }

    /// Bars of the tokens likeliest to come after one of the prompt's.
    private static void next(
            Brush brush, Picture picture, LanguageLook look, LanguageGeometry geometry, int after) {
        var palette = picture.palette();
        String before = String.join("", look.prompt().subList(0, after + 1)).replace('\n', '↵');
        String end = before.length() > 12 ? "…" + before.substring(before.length() - 11) : before;
        title(brush, picture, geometry, "After “" + end + "”", geometry.next());
        Box box = geometry.next().below(geometry.title());
        List<LanguageLook.Candidate> candidates = look.next().get(after);
        int n = candidates.size();
        double row = Math.min(34, box.height() / n);
        double size = Math.clamp(row * 0.7, 8, 18);
        double left = box.x() + size * 1.5;
        double room = box.width() - size * 4.4;
        for (int i = 0; i < n; i++) {
            var candidate = candidates.get(i);
            double y = box.y() + (i + 0.5) * row;
            brush.number(visible(candidate.token()), box.x() + size * 0.6, y, size, true, palette.ink());
            double w = Math.max(1, room * candidate.probability());
            brush.fillRound(new Box(left, y - row * 0.32, w, row * 0.64), 2, palette.ink());
            String percent = String.format(Locale.ROOT, "%.2f", candidate.probability());
            brush.number(percent, left + w + size * 1.6, y, size * 0.9, false, palette.faintInk());
        }
    }

    /// One square a head: rows look, columns are looked at.
    private static void attention(
            Brush brush, Picture picture, LanguageLook look, LanguageGeometry geometry, OptionalInt lit) {
        int layer = picture.attention().layerOf(look.layers());
        String which = layer == look.layers() - 1 && layer > 0 ? "the last layer" : "layer " + (layer + 1);
        title(brush, picture, geometry, "Where " + which + " looks", geometry.attention());
        int at = 0;
        for (int h = 0; h < look.heads() && at < geometry.maps().size(); h++) {
            if (picture.attention().shows(h, look.heads())) {
                head(brush, picture, look, geometry, look.attention()[layer][h], geometry.maps().get(at++), h, lit);
            }
        }
    }

    private static void head(
            Brush brush, Picture picture, LanguageLook look, LanguageGeometry geometry, double[][] weights, Box box,
            int h, OptionalInt lit) {
        var palette = picture.palette();
        List<String> tokens = look.prompt();
        int n = tokens.size();
        double cell = geometry.cell(box);
        double size = Math.min(cell * 0.86, 22);
        for (int i = 0; i < n; i++) {
            double at = (i + 1.5) * cell;
            boolean on = lit.isPresent() && lit.getAsInt() == i;
            if (size >= Brush.SMALLEST_TEXT) {
                var rowInk = on ? palette.ink() : palette.faintInk();
                boolean seen = lit.isPresent() && i <= lit.getAsInt();
                var columnInk = seen ? palette.ink() : palette.faintInk();
                brush.number(visible(tokens.get(i)), box.x() + at, box.y() + cell / 2, size, false, columnInk);
                brush.number(visible(tokens.get(i)), box.x() + cell / 2, box.y() + at, size, on, rowInk);
            }
            for (int j = 0; j <= i; j++) {
                var color = palette.paper().interpolate(palette.positive(), 0.06 + 0.94 * weights[i][j]);
                brush.alpha(lit.isEmpty() || on ? 1 : 0.35);
                brush.fill(new Box(box.x() + (j + 1) * cell, box.y() + (i + 1) * cell, cell - 1, cell - 1), color);
                brush.alpha(1);
                if (on && cell >= 30) {
                    var ink = weights[i][j] > 0.5 ? palette.paper() : palette.ink();
                    brush.number(String.format(Locale.ROOT, "%.2f", weights[i][j]), box.x() + (j + 1.5) * cell,
                            box.y() + at, cell * 0.34, false, ink);
                }
            }
            if (on) {
                Box row = geometry.row(box, i);
                brush.outline(new Box(row.x() + cell, row.y(), (i + 1) * cell, cell), 1, 1.5, palette.ink());
            }
        }
        String name = "head " + (h + 1);
        brush.word(name, box.right(), box.y() + 1.5 * cell, 12, false, palette.faintInk(), TextAlignment.RIGHT);
    }

    /// Every token at the first two principal components of its embedding.
    private static void embeddings(
            Brush brush, Picture picture, LanguageLook look, LanguageGeometry geometry, String lit) {
        var palette = picture.palette();
        String held = String.format(Locale.ROOT, "Embeddings (%.0f %%)", 100 * look.explained());
        title(brush, picture, geometry, held, geometry.embeddings());
        Box plot = geometry.embeddings().below(geometry.title());
        double reach = 1e-9;
        for (double[] point : look.embeddings()) {
            reach = Math.max(reach, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        brush.line(plot.x(), plot.centerY(), plot.right(), plot.centerY(), 1, palette.hairline());
        brush.line(plot.centerX(), plot.y(), plot.centerX(), plot.bottom(), 1, palette.hairline());
        double size = Math.clamp(plot.height() / 13, 11, 20);
        for (int t = 0; t < look.embeddings().length; t++) {
            double x = plot.centerX() + look.embeddings()[t][0] / reach * (plot.width() / 2 - size);
            double y = plot.centerY() - look.embeddings()[t][1] / reach * (plot.height() / 2 - size);
            String token = look.tokens().get(t);
            boolean vowel = "aeiou".contains(token);
            if (token.equals(lit)) {
                brush.ring(x, y, size * 0.75, 1.5, palette.ink());
            }
            brush.number(visible(token), x, y, size, vowel, vowel ? palette.tdError() : palette.ink());
        }
    }

    private static void title(Brush brush, Picture picture, LanguageGeometry geometry, String text, Box box) {
        double size = Math.clamp(geometry.title() * 0.6, 13, 20);
        brush.word(text, box.x(), box.y() + 8, size, false, picture.palette().faintInk(), TextAlignment.LEFT);
    }

    /// A token that can be seen: blanks get a sign.
    static String visible(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "↵";
            default -> token;
        };
    }

    // -- pointing

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        return geometry(picture).flatMap(g -> {
            OptionalInt token = g.tokenAt(x, y);
            return token.isPresent() ? Optional.of(Place.of(token.getAsInt())) : Optional.empty();
        });
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        return geometry(picture)
                .filter(g -> !g.maps().isEmpty() && place.state() >= 0 && place.state() < g.tokens())
                .map(g -> g.row(g.maps().getLast(), place.state()));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        int tokens = geometry(picture).map(LanguageGeometry::tokens).orElse(0);
        int wanted = state + dx + dy;
        return wanted >= 0 && wanted < tokens ? OptionalInt.of(wanted) : OptionalInt.empty();
    }

    private static Optional<LanguageGeometry> geometry(Picture picture) {
        return picture.view().world() instanceof View.World.Language(LanguageLook look)
                        && look.trouble().isEmpty()
                ? Optional.of(LanguageGeometry.of(picture, look))
                : Optional.empty();
    }
}
