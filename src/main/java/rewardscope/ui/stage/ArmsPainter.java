package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A bandit: one bar an arm, from zero to what the agent believes, with its truth as a line across.
final class ArmsPainter implements WorldPainter {
    private static double[] means(Picture picture) {
        return picture.view().world() instanceof View.World.Arms arms ? arms.means() : new double[1];
    }

    /// The column of an arm and the numbers that its bar stands for.
    private record Scale(Box area, double low, double high, int arms) {
        Box column(int a) {
            double width = Math.min(120, area.width() / arms);
            double x0 = area.centerX() - width * arms / 2;
            return new Box(x0 + a * width, area.y(), width, area.height());
        }

        double y(double value) {
            return area.bottom() - (value - low) / (high - low) * area.height();
        }
    }

    private double shown(Picture picture, int a) {
        var learned = picture.view().learned();
        if (picture.layer() == Layer.POLICY && learned.policy().isPresent()) {
            return learned.policy().get()[0][a];
        }
        return learned.q().map(q -> q[0][a]).orElse(learned.policy().map(p -> p[0][a]).orElse(Double.NaN));
    }

    private boolean probabilities(Picture picture) {
        var learned = picture.view().learned();
        return learned.q().isEmpty() || picture.layer() == Layer.POLICY;
    }

    private Scale scale(Picture picture) {
        double low = 0;
        double high = probabilities(picture) ? 1 : 0.1;
        for (int a = 0; a < means(picture).length; a++) {
            double value = shown(picture, a);
            double truth = probabilities(picture) ? 0 : means(picture)[a];
            low = Math.min(low, Math.min(Double.isNaN(value) ? 0 : value, truth));
            high = Math.max(high, Math.max(Double.isNaN(value) ? 0 : value, truth));
        }
        Box area = picture.area();
        Box bars = new Box(area.x() + 24, area.y() + 28, area.width() - 48, area.height() - 76);
        double margin = (high - low) * 0.06;
        return new Scale(bars, low < 0 ? low - margin : 0, high + margin, means(picture).length);
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        Scale scale = scale(picture);
        Palette palette = picture.palette();
        double zero = Math.round(scale.y(0));
        Box first = scale.column(0);
        Box last = scale.column(means(picture).length - 1);
        int chosen = picture.changed().map(Place::action).orElse(-1);
        for (int a = 0; a < means(picture).length; a++) {
            Box column = scale.column(a);
            double value = shown(picture, a);
            double w = column.width() * 0.62;
            double x = column.centerX() - w / 2;
            if (!Double.isNaN(value)) {
                double y = scale.y(value);
                Color color = probabilities(picture)
                        ? palette.ink()
                        : value >= 0 ? palette.positive() : palette.negative();
                brush.alpha(a == chosen ? 1 : 0.62);
                brush.fillRound(new Box(x, Math.min(y, zero), w, Math.max(1, Math.abs(zero - y))), 3, color);
                brush.alpha(1);
                double size = Math.clamp(CellPainter.fit(column.width() * 0.92, 26), 8, 22);
                double above = value >= 0 ? y - size * 0.8 : y + size * 0.8;
                brush.number(Numbers.brief(value), column.centerX(), above, size, a == chosen, palette.ink());
            }
            if (!probabilities(picture)) {
                double truth = scale.y(means(picture)[a]);
                brush.line(x - 5, truth, x + w + 5, truth, 3, palette.reward());
            }
            double size = Math.clamp(column.width() * 0.24, 9, 17);
            Color name = a == chosen
                    ? picture.explored() ? palette.exploration() : palette.ink()
                    : palette.faintInk();
            brush.word(Integer.toString(a), column.centerX(), scale.area().bottom() + 20, size, a == chosen, name);
        }
        brush.line(first.x(), zero, last.right(), zero, 1.5, palette.faintInk());
        if (!probabilities(picture)) {
            double y = picture.area().bottom() - 10;
            double x = picture.area().centerX();
            brush.line(x - 74, y, x - 54, y, 3, palette.reward());
            brush.word("true mean", x - 12, y, 12, false, palette.faintInk());
        }
        if (picture.motion().pulse() > 0) {
            brush.alpha(picture.motion().pulse());
            picture.changed().ifPresent(place -> outline(brush, picture, place, 4, palette.tdError()));
            brush.alpha(1);
        }
        picture.focused().ifPresent(place -> outline(brush, picture, place, 2, palette.accent()));
        picture.pinned().ifPresent(place -> outline(brush, picture, place, 3, palette.tdError()));
        picture.pointed().ifPresent(place -> outline(brush, picture, place, 3, palette.accent()));
    }

    private void outline(Brush brush, Picture picture, Place place, double width, Color color) {
        boxOf(picture, place).ifPresent(box -> brush.outline(box.inset(width / 2), 5, width, color));
    }

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        Scale scale = scale(picture);
        for (int a = 0; a < means(picture).length; a++) {
            if (scale.column(a).contains(x, Math.clamp(y, scale.area().y(), scale.area().bottom() - 1))) {
                return Optional.of(new Place(0, a));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        if (place.action() < 0 || place.action() >= means(picture).length) {
            return Optional.empty();
        }
        Box column = scale(picture).column(place.action());
        return Optional.of(new Box(column.x(), column.y() - 24, column.width(), column.height() + 56));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        return OptionalInt.empty();
    }

    @Override
    public String nameOf(Place place) {
        return place.action() >= 0 ? "arm " + place.action() : "all arms";
    }
}
