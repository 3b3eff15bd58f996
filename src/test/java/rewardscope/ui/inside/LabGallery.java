package rewardscope.ui.inside;

import java.io.File;
import java.util.Map;
import javafx.application.Platform;
import rewardscope.sim.Command;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Pictures of the figures of the language lab, to be looked at by a person: `LabGallery FOLDER [WIDTH HEIGHT]`.
final class LabGallery {
    private LabGallery() {}

    public static void main(String[] arguments) {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 680;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 300;
        var runs = Map.of(
                "tiny", "environment: {type: language, world: tiny}\nagent: {type: pipeline, layers: 1, width: 16,"
                        + " pre-train-updates: 120, fine-tune-updates: 50, labels: 300, reward-updates: 80,"
                        + " iterations: 25, answers: 32, evaluation: 20, dpo-rate: 0.0005, dpo-updates: 100}",
                "village", "environment: {type: language, world: village}\nagent: {type: rlhf-ppo, layers: 1, width: 24,"
                        + " batch: 16, pre-train-updates: 250, fine-tune-updates: 60, labels: 200, tests: 60,"
                        + " reward-updates: 60, iterations: 6, answers: 32, evaluation: 20}");
        runs.forEach((name, yaml) -> {
            var frame = RealRuns.frame(
                    yaml,
                    RealRuns.watching(),
                    new Command.Step(Command.Unit.UPDATE, name.equals("tiny") ? 374 : 374));
            for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
                Offscreen.run(() -> {
                    var pane = new InsidePane();
                    var scene = Offscreen.scene(pane.node(), width, height, palette);
                    pane.use(palette);
                    pane.show(frame);
                    for (String title : pane.titles()) {
                        pane.choose(title);
                        String file = name + "-" + title.replace(" ", "-").replace(",", "") + "-" + palette.name() + ".png";
                        Offscreen.save(scene, 1, new File(folder, file));
                    }
                });
            }
        });
        Platform.exit();
    }
}
