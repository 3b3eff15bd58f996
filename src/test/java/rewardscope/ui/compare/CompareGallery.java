package rewardscope.ui.compare;

import java.io.File;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import rewardscope.agent.AgentCatalogue;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Pictures of the pane to be looked at by a person: `CompareGallery FOLDER [WIDTH HEIGHT]`.
final class CompareGallery {
    private CompareGallery() {}

    private record Shot(String name, String yaml, List<String> others, int seeds, long steps) {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 706;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 168;
        for (Shot shot : List.of(
                new Shot("alone", "environment: {preset: linear-track}\nagent: {type: q-learning}", List.of(), 10, 1000),
                new Shot("two", "environment: {preset: cliff-walking}\nagent: {type: q-learning, alpha: 0.5, gamma: 1}",
                        List.of("sarsa"), 20, 5000),
                new Shot("four", "environment: {preset: cliff-walking}\nagent: {type: q-learning, alpha: 0.5, gamma: 1}",
                        List.of("sarsa", "expected-sarsa", "random"), 10, 5000),
                new Shot("bandit", "environment: {preset: ten-armed-testbed}\nagent: {type: epsilon-greedy}",
                        List.of("ucb", "gradient-bandit"), 30, 1000))) {
            for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
                var pane = new ComparePane[1];
                var scene = new Scene[1];
                var file = shot.name() + "-" + palette.name();
                Offscreen.run(() -> {
                    pane[0] = new ComparePane();
                    scene[0] = Offscreen.scene(pane[0].node(), width, height, palette);
                    pane[0].use(palette);
                    pane[0].show(RealRuns.frame(shot.yaml()));
                    shot.others().forEach(other -> pane[0].add(AgentCatalogue.named(other).orElseThrow()));
                    pane[0].choose(shot.seeds(), shot.steps());
                    pane[0].start().fire();
                });
                Thread.sleep(300);
                Offscreen.run(() -> Offscreen.save(scene[0], 1, new File(folder, file + "-early.png")));
                while (Offscreen.on(() -> pane[0].start().getText()).equals("Cancel")) {
                    Thread.sleep(100);
                }
                Offscreen.run(() -> Offscreen.save(scene[0], 1, new File(folder, file + ".png")));
            }
        }
        Platform.exit();
    }
}
