package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import rewardscope.agent.language.LanguageLook;

/// Where the parts of a language model's picture lie: the sample above, below it the likeliest next tokens, the
/// attention maps and the embeddings.
///
/// @param title height of a part's title
/// @param sample size of a character of the sample
/// @param maps the square of each head shown, labels included
record LanguageGeometry(
        Box written, Box next, Box attention, Box embeddings, double title, double sample, List<Box> maps, int tokens) {
    private static final double GAP = 22;
    private static final double HEAD_GAP = 18;

    static LanguageGeometry of(Picture picture, LanguageLook look) {
        Box all = picture.area();
        Box area = new Box(all.x() + 20, all.y() + 10, Math.max(1, all.width() - 40), Math.max(1, all.height() - 22));
        double title = Math.clamp(all.height() / 13, 20, 34);
        int characters = String.join("", look.prompt()).length() + look.sample().length();
        double size = Math.clamp(area.width() / (characters / 2.0 + 4) / Brush.DIGIT, 10, 26);
        int rows = all.height() < 220 ? 1 : 2;
        Box written = new Box(area.x(), area.y(), area.width(), title + rows * size * 1.45);
        double top = written.bottom() + 10;
        double height = Math.max(1, area.bottom() - top);
        double bars = area.width() * 0.24;
        double wide = area.width() * 0.44;
        Box next = new Box(area.x(), top, bars, height);
        Box attention = new Box(next.right() + GAP, top, wide, height);
        Box embeddings = new Box(
                attention.right() + GAP, top, Math.max(1, area.right() - attention.right() - GAP), height);
        int shown = picture.attention().shown(look.heads());
        return new LanguageGeometry(written, next, attention, embeddings, title, size,
                squares(attention.below(title), shown), look.prompt().size());
    }

    /// As large as so many squares fit.
    private static List<Box> squares(Box box, int count) {
        int across = 1;
        double side = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double fits = Math.min(
                    (box.width() - (columns - 1) * HEAD_GAP) / columns,
                    (box.height() - (rows - 1) * HEAD_GAP) / rows);
            if (fits > side) {
                side = fits;
                across = columns;
            }
        }
        var squares = new ArrayList<Box>();
        for (int h = 0; h < count && side > 4; h++) {
            squares.add(new Box(
                    box.x() + h % across * (side + HEAD_GAP), box.y() + h / across * (side + HEAD_GAP), side, side));
        }
        return squares;
    }

    /// The side of one field of a map: a label and a field for each token.
    double cell(Box map) {
        return map.width() / (tokens + 1);
    }

    /// A row of a map, its label included.
    Box row(Box map, int token) {
        double cell = cell(map);
        return new Box(map.x(), map.y() + (token + 1) * cell, map.width(), cell);
    }

    /// The token of the prompt whose row lies there.
    OptionalInt tokenAt(double x, double y) {
        for (Box map : maps) {
            int row = (int) Math.floor((y - map.y()) / cell(map)) - 1;
            if (x >= map.x() && x < map.right() && row >= 0 && row < tokens) {
                return OptionalInt.of(row);
            }
        }
        double line = (y - written.y() - title) / (sample * 1.45);
        int column = (int) Math.floor((x - written.x()) / (sample * Brush.DIGIT));
        return line >= 0 && line < 1 && column >= 0 && column < tokens ? OptionalInt.of(column) : OptionalInt.empty();
    }
}
