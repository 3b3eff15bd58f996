package rewardscope.ui.inside;

import java.io.File;
import java.util.Map;
import javafx.application.Platform;
import rewardscope.sim.Command;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Pictures of the figures to be looked at by a person: `InsideGallery FOLDER [WIDTH HEIGHT]`.
final class InsideGallery {
    private static final Map<String, Integer> UPDATES =
            Map.of("dqn", 900, "reinforce", 60, "baseline", 60, "critic", 900);

    private InsideGallery() {}

    public static void main(String[] arguments) {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 680;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 230;
        var runs = Map.of(
                "trpo", "agent: {type: trpo}\nenvironment: {type: cart-pole}",
                "penalty", "agent: {type: ppo-penalty}\nenvironment: {type: cart-pole}",
                "reinforce", "agent: {type: reinforce}\nenvironment: {type: cart-pole}",
                "baseline", "agent: {type: reinforce-baseline}\nenvironment: {type: cart-pole}",
                "critic", "agent: {type: actor-critic}\nenvironment: {type: cart-pole}",
                "cart", "agent: {type: ppo}\nenvironment: {type: cart-pole}",
                "inverted", "agent: {type: ppo}\nenvironment: {type: inverted-pendulum}",
                "dqn", "agent: {type: dqn, replay: 2000, epsilon: 0.3}\nenvironment: {type: linear-track, continuous: true}");
        runs.forEach((name, yaml) -> {
            var frame = RealRuns.frame(
                    yaml,
                    RealRuns.watching(),
                    new Command.Step(Command.Unit.UPDATE, UPDATES.getOrDefault(name, 3)),
                    RealRuns.acts(513),
                    RealRuns.acts(60));
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
