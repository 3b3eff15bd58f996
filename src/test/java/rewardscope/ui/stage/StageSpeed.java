package rewardscope.ui.stage;

import java.util.Arrays;
import javafx.application.Platform;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.chart.ChartPane;
import rewardscope.ui.parameters.ParametersPane;
import rewardscope.ui.table.TablePane;
import rewardscope.ui.theme.Palette;

/// How long panes take to show a frame, on the JavaFX thread, in milliseconds: median and 99th percentile.
final class StageSpeed {
    private static final int FRAMES = 400;

    private StageSpeed() {}

    public static void main(String[] arguments) {
        var layout = new StringBuilder();
        for (int row = 0; row < 30; row++) {
            layout.append("    ").append(row == 0 ? ".".repeat(29) + "G" : row == 29 ? "S" + ".".repeat(29) : ".".repeat(30)).append('\n');
        }
        String yaml = "environment:\n  type: gridworld\n  layout: |\n" + layout
                + "  cells: {G: {reward: 1, terminal: true}}\n  step-reward: -0.04\nagent: {type: q-learning, alpha: 0.5}";
        var frames = new Frame[8];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = RealRuns.frame(yaml, RealRuns.episodes(60 + i));
        }
        for (Layer layer : Layer.values()) {
            measure("stage 30x30 " + layer, 1200, 900, () -> {
                var pane = new StagePane(new Pointing(), _ -> {});
                pane.show(frames[0]);
                pane.select(layer);
                return pane;
            }, frames);
        }
        measure("charts", 1000, 240, () -> new ChartPane(_ -> {}), frames);
        measure("table", 800, 500, () -> new TablePane(new Pointing(), _ -> {}), frames);
        measure("parameters", 800, 300, () -> new ParametersPane(_ -> {}), frames);
        Platform.exit();
    }

    private static void measure(String name, int width, int height, java.util.function.Supplier<Pane> make, Frame[] frames) {
        double[] ms = new double[FRAMES];
        Offscreen.run(() -> {
            Pane pane = make.get();
            var scene = Offscreen.scene(pane.node(), width, height, Palette.LIGHT);
            pane.use(Palette.LIGHT);
            for (int i = -200; i < FRAMES; i++) {
                long before = System.nanoTime();
                pane.show(frames[Math.floorMod(i, frames.length)]);
                if (pane instanceof ChartPane charts) {
                    charts.drawNow();
                }
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                if (i >= 0) {
                    ms[i] = (System.nanoTime() - before) / 1e6;
                }
                if (Math.floorMod(i, 20) == 0) {
                    Offscreen.picture(scene, 0.1); // empties the canvas's list of drawing commands
                }
            }
        });
        Arrays.sort(ms);
        System.out.printf(java.util.Locale.ROOT, "%-28s median %.2f ms, 99 %% within %.2f ms%n", name, ms[FRAMES / 2], ms[FRAMES * 99 / 100]);
    }
}
