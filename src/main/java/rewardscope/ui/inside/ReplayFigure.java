package rewardscope.ui.inside;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import rewardscope.agent.Replays;
import rewardscope.agent.approximation.DqnEvents;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.stage.ValueScale;
import rewardscope.ui.theme.Palette;

/// The replay buffer as a picture: a cell a transition, the newest in the top left corner and older ones after it line
/// by line, its reward as colour; rings mark the transitions of the last minibatch.
final class ReplayFigure implements Figure {
    @Override
    public String title() {
        return "Replay buffer";
    }

    @Override
    public String meaning() {
        return "All stored transitions, newest first; rings: the last minibatch";
    }

    @Override
    public Look look() {
        return Look.REPLAY;
    }

    /// How the cells are laid out.
    private record Sheet(Box field, int cells, int columns, int rows, double cell) {
        static Sheet of(Box area, int cells) {
            Box field = new Box(area.x(), area.y() + 30, area.width(), area.height() - 36);
            double cell = Math.sqrt(field.width() * field.height() / Math.max(1, cells));
            int columns = (int) Math.max(1, Math.ceil(field.width() / cell));
            int rows = Math.max(1, (cells + columns - 1) / columns);
            return new Sheet(field, cells, columns, rows, Math.min(field.width() / columns, field.height() / rows));
        }

        double x(int age) {
            return field.x() + (age % columns + 0.5) * cell;
        }

        double y(int age) {
            return field.y() + (age / columns + 0.5) * cell;
        }
    }

    /// How many cells ago a cell was filled: 0 for the newest.
    static int age(Replays.Contents contents, int cell) {
        int cells = contents.reward().length;
        int newest = contents.newest() / contents.perCell();
        return Math.floorMod(newest - cell, Math.max(1, cells));
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var found = view.looks().replay();
        if (found.isEmpty() || found.get().size() == 0) {
            Ink.waiting(brush, palette, area, "Transitions appear here as they are stored.");
            return;
        }
        Replays.Contents contents = found.get();
        int capacity = (contents.capacity() + contents.perCell() - 1) / contents.perCell();
        Sheet sheet = Sheet.of(area, capacity);
        ValueScale scale = ValueScale.of(palette, contents.reward());
        var pixels = new int[sheet.columns() * sheet.rows()];
        for (int cell = 0; cell < contents.reward().length; cell++) {
            Color color = scale.color(contents.reward()[cell]);
            pixels[age(contents, cell)] = argb(contents.reward()[cell] == 0 ? palette.hairline() : color);
        }
        var image = new WritableImage(sheet.columns(), sheet.rows());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        sheet.columns(),
                        sheet.rows(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        sheet.columns());
        brush.gc().setImageSmoothing(false);
        brush.gc()
                .drawImage(
                        image,
                        sheet.field().x(),
                        sheet.field().y(),
                        sheet.columns() * sheet.cell(),
                        sheet.rows() * sheet.cell());
        brush.gc().setImageSmoothing(true);
        brush.outline(
                new Box(sheet.field().x(), sheet.field().y(), sheet.columns() * sheet.cell(), sheet.rows() * sheet.cell()),
                0,
                1,
                palette.hairline());
        view.looks().last(DqnEvents.Learning.class).ifPresent(learning -> {
            for (DqnEvents.Sample sample : learning.samples()) {
                int age = age(contents, sample.slot() / contents.perCell());
                double r = Math.clamp(sheet.cell() * 0.6, 3.5, 12);
                brush.ring(sheet.x(age), sheet.y(age), r, 2, palette.tdError());
            }
        });
        Ink.title(brush, palette, area, words(view, contents));
        String range = "reward " + Numbers.brief(scale.low()) + " to " + Numbers.brief(scale.high());
        brush.word(range, area.right() - 70, area.y() + 8, Ink.TEXT, false, palette.faintInk());
    }

    private static String words(View view, Replays.Contents contents) {
        String sampled = view.looks()
                .last(DqnEvents.Learning.class)
                .map(learning -> "; ○ the " + learning.samples().size() + " of the last minibatch")
                .orElse("");
        return String.format(Locale.ROOT, "%,d of %,d transitions, the newest first", contents.size(), contents.capacity())
                + sampled;
    }

    private static int argb(Color c) {
        return 0xFF000000
                | (int) Math.round(255 * c.getRed()) << 16
                | (int) Math.round(255 * c.getGreen()) << 8
                | (int) Math.round(255 * c.getBlue());
    }

    @Override
    public String spoken(View view) {
        return view.looks().replay().map(contents -> words(view, contents)).orElse("nothing stored yet");
    }
}
