package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import rewardscope.env.Layout;
import rewardscope.sim.View;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class MosaicTest {
    private static final int SIDE = 101;

    /// Too small for lines and figures, a cell of two pixels still shows the whole colour of its value.
    @Test
    void aGridOfTenThousandCellsShowsEachValueInItsColour() {
        String row = ".".repeat(SIDE);
        var frame = RealRuns.frame(
                "environment:\n  type: gridworld\n  step-reward: -0.01\n  cells: {G: {reward: 1, terminal: true}}\n"
                        + "  layout: |\n    G" + row.substring(1) + ("\n    " + row).repeat(SIDE - 1)
                        + "\nagent: {type: value-iteration, gamma: 0.99}\n",
                RealRuns.acts(30 * SIDE * SIDE));
        double[] v = frame.view().learned().v().orElseThrow();
        Offscreen.run(() -> {
            var pane = new StagePane(new Pointing(), _ -> {});
            Scene scene = Offscreen.scene(pane.node(), 500, 400, Palette.LIGHT);
            pane.show(frame);
            Offscreen.layout(scene);
            var view = pane.firstView();
            var geometry = GridGeometry.of(SIDE, SIDE, view.picture().orElseThrow().area());
            assertThat(geometry.cell()).isLessThan(Mosaic.LARGEST_CELL);
            var pixels = view.snapshot(null, null).getPixelReader();
            var grid = (Layout.Grid) ((View.World.Finite) frame.view().world()).layout();
            var scale = ValueScale.of(Palette.LIGHT, v);
            for (int s : new int[] {5, 12, 3 * SIDE + 4, 20 * SIDE + 2, 90 * SIDE + 90}) {
                Box box = geometry.cellAt(grid.rowOf()[s], grid.columnOf()[s]);
                Color shown = pixels.getColor((int) box.centerX(), (int) box.centerY());
                Color meant = scale.color(v[s]);
                assertThat(Math.abs(shown.getRed() - meant.getRed())).as("V(%d) = %s", s, v[s]).isLessThan(0.02);
                assertThat(Math.abs(shown.getBlue() - meant.getBlue())).as("V(%d) = %s", s, v[s]).isLessThan(0.02);
            }
            assertThat(scale.color(v[90 * SIDE + 90])).as("the values differ").isNotEqualTo(scale.color(v[5]));
        });
    }
}
