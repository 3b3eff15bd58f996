package rewardscope.ui.inside;

import java.util.List;
import java.util.OptionalInt;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.theme.Palette;

/// A picture of something that a learner keeps or does.
interface Figure {
    /// As the button that chooses it says.
    String title();

    /// What it is, in one line for a tooltip.
    String meaning();

    /// What an agent must have, and the run must work out, for it.
    Look look();

    /// Draws it, or says what it waits for.
    ///
    /// @param pointed the item that is pointed at, by mouse or arrow keys
    void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed);

    /// The same, for figures that compare the branches of a run.
    ///
    /// @param branches of the run, the view among them
    default void paint(
            Brush brush, Palette palette, Box area, View view, List<View> branches, OptionalInt pointed) {
        paint(brush, palette, area, view, pointed);
    }

    /// Which item lies under a point, where there are items.
    default OptionalInt at(Box area, View view, double x, double y) {
        return OptionalInt.empty();
    }

    /// Whether the mouse points at items, or the arrow keys alone.
    default boolean mousePoints() {
        return true;
    }

    /// How many items the arrow keys go through.
    default int items(View view) {
        return 0;
    }

    /// The picture in a sentence, for a screen reader.
    String spoken(View view);

    /// The same, for figures that compare the branches of a run.
    default String spoken(View view, List<View> branches) {
        return spoken(view);
    }
}
