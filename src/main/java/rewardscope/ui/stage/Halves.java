package rewardscope.ui.stage;

import java.util.Optional;

/// The room of a stage shared between the world and its portrait: beside each other, or below each other where the
/// stage is tall; the world alone where there is too little.
///
/// @param portrait empty where there is no room
record Halves(Box world, Optional<Box> portrait) {
    private static final double LEAST = 180;

    static Halves of(Box area) {
        if (area.width() >= area.height()) {
            double side = Math.min(area.width() * 0.5, area.height() * 1.25);
            return side < LEAST + 60 || area.height() < LEAST
                    ? new Halves(area, Optional.empty())
                    : new Halves(
                            new Box(area.x(), area.y(), area.width() - side, area.height()),
                            Optional.of(new Box(area.right() - side, area.y() + 4, side - 8, area.height() - 8)));
        }
        double side = Math.min(area.height() * 0.5, area.width());
        return side < LEAST
                ? new Halves(area, Optional.empty())
                : new Halves(
                        new Box(area.x(), area.y(), area.width(), area.height() - side),
                        Optional.of(new Box(area.x() + 8, area.bottom() - side, area.width() - 16, side - 4)));
    }
}
