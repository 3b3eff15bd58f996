package rewardscope.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import rewardscope.language.stage.LanguageLab;
import rewardscope.ui.Canvases;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// An answer word by word: under each word a bar for the reward of the answer so far, and what policy, reference and
/// critic make of it.
final class ProbeView extends Region {
    private static final double LABELS = 118;
    private static final double BARS = 52;

    private record Row(String name, ToDoubleFunction<LanguageLab.TokenView> number) {}

    /// Those that matter most first: a low pane has room for the bars and a few of them.
    private static final List<Row> ROWS = List.of(
            new Row("KL, their difference", LanguageLab.TokenView::logRatio),
            new Row("log π", LanguageLab.TokenView::logp),
            new Row("log π reference", LanguageLab.TokenView::refLogp),
            new Row("value V", LanguageLab.TokenView::value));

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private Palette palette = Palette.LIGHT;
    private Optional<Probe> probe = Optional.empty();
    private String note = "";

    ProbeView() {
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(80, 60);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void use(Palette wanted) {
        palette = wanted;
        draw();
    }

    /// @param note what stands there instead
    void show(Optional<Probe> wanted, String note) {
        probe = wanted;
        this.note = note;
        draw();
    }

    private void draw() {
        double w = canvas.getWidth();
        double h = canvas.getHeight();
        if (w < 100 || h < 50) {
            return;
        }
        brush.begin(new Box(0, 0, w, h), palette.paper());
        setAccessibleText(probe.map(ProbeView::spoken).orElse(note));
        if (probe.isEmpty()) {
            brush.word(note, w / 2, h / 2, 14, false, palette.faintInk());
            return;
        }
        paint(new Box(12, 4, w - 24, h - 8), probe.get());
    }

    private void paint(Box area, Probe shown) {
        int n = shown.tokens().size();
        double column = Math.min(110, (area.width() - LABELS) / n);
        double line = Math.clamp(area.height() / 9, 16, 22);
        int rows = Math.clamp((long) ((area.height() - BARS) / line) - 1, 0, ROWS.size());
        double size = Math.clamp(Math.min(line * 0.66, column * 0.27), Brush.SMALLEST_TEXT, 14);
        double left = area.x() + LABELS;
        double bars = area.height() - (rows + 1) * line;
        var field = new Box(left, area.y() + line, n * column, Math.max(20, bars));
        double most = shown.tokens().stream().mapToDouble(LanguageLab.TokenView::reward).filter(Double::isFinite)
                .map(Math::abs).max().orElse(0);
        double scale = Math.max(most, 0.5);
        double zero = field.centerY();
        label(area, field.centerY(), "reward so far");
        brush.line(left, zero, field.right(), zero, 1, palette.hairline());
        for (int t = 0; t < n; t++) {
            double x = left + (t + 0.5) * column;
            String word = shown.words().get(t);
            double fits = Math.min(size + 1, (size + 1) * (column - 4) / Math.max(1, Brush.wordWidth(word, size + 1)));
            brush.word(word, x, area.y() + line / 2, Math.max(Brush.SMALLEST_TEXT, fits), true, palette.ink());
            bar(field, column, x, zero, shown.tokens().get(t).reward() / scale, shown.tokens().get(t).reward(), size);
        }
        double y = field.bottom() + line * 0.5;
        for (int r = 0; r < rows; r++) {
            Row row = ROWS.get(r);
            String name = row.name().equals("log π") ? "log π, " + shown.model() : row.name();
            row(area, shown, column, y + r * line, size, name, row.number());
        }
    }

    private void label(Box area, double y, String text) {
        brush.word(text, area.x(), y, 12, false, palette.ink(), TextAlignment.LEFT);
    }

    private void bar(Box field, double column, double x, double zero, double share, double reward, double size) {
        if (!Double.isFinite(share)) {
            brush.word("–", x, zero - 8, size, false, palette.faintInk());
            return;
        }
        double room = field.height() / 2 - size - 4;
        double height = Math.max(1, Math.abs(share) * room);
        boolean up = share >= 0;
        brush.fill(new Box(x - column * 0.32, up ? zero - height : zero, column * 0.64, height),
                up ? palette.positive() : palette.negative());
        brush.number(signed(reward), x, up ? zero - height - size * 0.8 : zero + height + size * 0.8, size,
                column - 2, false, palette.ink());
    }

    private void row(Box area, Probe shown, double column, double y, double size, String name,
            ToDoubleFunction<LanguageLab.TokenView> number) {
        label(area, y, name);
        for (int t = 0; t < shown.tokens().size(); t++) {
            brush.number(signed(number.applyAsDouble(shown.tokens().get(t))), area.x() + LABELS + (t + 0.5) * column, y,
                    size, column - 2, false, palette.ink());
        }
    }

    private static String signed(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%+.2f", value);
        return text.matches("[+-]0\\.00") ? "0.00" : text.replace('-', '−');
    }

    private static String spoken(Probe probe) {
        var text = new StringBuilder("Reward so far: ");
        for (int t = 0; t < probe.tokens().size(); t++) {
            text.append(t == 0 ? "" : ", ").append(probe.words().get(t)).append(' ')
                    .append(Numbers.brief(probe.tokens().get(t).reward()));
        }
        return text.toString();
    }

    @Override
    protected void layoutChildren() {
        if (Canvases.fit(canvas, getWidth(), getHeight())) {
            draw();
        }
    }
}
