package rewardscope.ui.equation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Headless;
import rewardscope.ui.Pointing;
import rewardscope.ui.Runs;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// The equation pane of several runs as pictures, to be judged by eye: `EquationPictures FOLDER [WIDTH]`.
public final class EquationPictures {
    private static final double HEIGHT = 2600;

    private EquationPictures() {}

    public static void main(String[] args) throws Exception {
        Headless.start();
        double width = args.length > 1 ? Double.parseDouble(args[1]) : 860;
        Map<String, Frame> frames = frames();
        var formulas = new Formulas();
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            Headless.onFx(() -> {
                var box = new VBox(12);
                box.setStyle("-fx-padding: 16; -fx-background-color: -rs-desk");
                frames.forEach((name, frame) -> box.getChildren().add(slot(frame, name.equals("rat"), palette, formulas)));
                var root = new StackPane(box);
                root.getStylesheets().add("/rewardscope/ui/shell.css");
                var scene = new Scene(root, width + 32, HEIGHT);
                Theme.apply(scene, root, palette, 1);
                Headless.picture(scene, 1, Path.of(args[0], "equation-" + palette.name() + "-1x.png"));
                Headless.picture(scene, 2, Path.of(args[0], "equation-" + palette.name() + "-2x.png"));
                return null;
            });
        }
        System.exit(0);
    }

    private static Map<String, Frame> frames() throws InterruptedException {
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("rat", Runs.frame(Runs.RAT, Runs.acts(120), Runs.acts(1)));
        frames.put("why", Runs.frame(Runs.RAT, Runs.acts(300), new Command.Explain(new Place(3, 1))));
        frames.put("grid", Runs.frame(Runs.SLIPPERY, Runs.acts(31)));
        for (String agent : List.of("sarsa-lambda", "expected-sarsa", "n-step-sarsa", "mc-control")) {
            frames.put(agent, Runs.frame(Runs.RAT.replace("q-learning", agent), Runs.acts(44)));
        }
        for (String agent : List.of("gradient-bandit", "ucb")) {
            String yaml = "environment: {type: bandit, arms: 10}\nagent: {type: " + agent + "}\n";
            frames.put(agent, Runs.frame(yaml, Runs.acts(44)));
        }
        return frames;
    }

    private static Region slot(Frame frame, boolean pointed, Palette palette, Formulas formulas) {
        var pointing = new Pointing();
        var pane = new EquationPane(formulas, pointing, _ -> {}, Runnable::run);
        pane.use(palette);
        pane.show(frame);
        if (pointed) {
            pointing.place().set(frame.view().event().orElseThrow().place("maxQNext"));
        }
        var slot = new StackPane(pane.node());
        slot.getStyleClass().addAll("card", "equation-slot");
        slot.setMinHeight(Region.USE_PREF_SIZE);
        return slot;
    }
}
