package rewardscope.ui;

import java.io.File;
import java.util.Optional;
import javafx.application.Platform;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.agent.Schedule;
import rewardscope.ui.chart.ChartPane;
import rewardscope.ui.parameters.ParametersPane;
import rewardscope.ui.stage.StagePane;
import rewardscope.ui.table.TablePane;
import rewardscope.ui.theme.Palette;

/// Pictures of charts, table and sliders to be looked at by a person: `PanesGallery FOLDER [SCALE]`.
final class PanesGallery {
    private PanesGallery() {}

    public static void main(String[] arguments) {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double scale = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        String q = "environment: {preset: cliff-walking}\nagent: {type: q-learning, alpha: {from: 0.5, to: 0.05, over: 200}}";
        Frame run = RealRuns.frame(q, RealRuns.episodes(300), new Command.SeekBy(-1500));
        Frame young = RealRuns.frame(q, RealRuns.episodes(20));
        Frame plan = RealRuns.frame("environment: {preset: sutton-barto-5x5}\nagent: {type: value-iteration}", RealRuns.sweeps(60), RealRuns.acts(3));
        Frame two = RealRuns.frame(q, RealRuns.episodes(50), new Command.Fork(),
                new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.9))),
                new Command.SideBySide(true), RealRuns.episodes(60));
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            shot(folder, "charts-run", Offscreen.on(() -> new ChartPane(_ -> {})), run, palette, scale);
            shot(folder, "charts-young", Offscreen.on(() -> new ChartPane(_ -> {})), young, palette, scale);
            shot(folder, "charts-plan", Offscreen.on(() -> new ChartPane(_ -> {})), plan, palette, scale);
            shot(folder, "charts-two", Offscreen.on(() -> new ChartPane(_ -> {})), two, palette, scale);
            var pointing = Offscreen.on(Pointing::new);
            pointing.place().set(Optional.of(new Place(3, 1)));
            shot(folder, "table-q", Offscreen.on(() -> new TablePane(pointing, _ -> {})), run, palette, scale);
            shot(folder, "table-v", Offscreen.on(() -> new TablePane(new Pointing(), _ -> {})), plan, palette, scale);
            shot(folder, "parameters", Offscreen.on(() -> new ParametersPane(_ -> {})), run, palette, scale);
            shot(folder, "stage-two", Offscreen.on(() -> new StagePane(new Pointing(), _ -> {})), two, palette, scale);
        }
        Platform.exit();
    }

    private static void shot(File folder, String name, Pane pane, Frame frame, Palette palette, double scale) {
        Offscreen.run(() -> {
            var scene = Offscreen.scene(pane.node(), 800, 240, palette);
            pane.use(palette);
            pane.show(frame);
            Offscreen.layout(scene);
            Offscreen.save(scene, scale, new File(folder, name + "-" + palette.name() + ".png"));
        });
    }
}
