package rewardscope.ui.equation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
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
    private EquationPictures() {}

    public static void main(String[] args) throws Exception {
        Headless.start();
        double width = args.length > 1 ? Double.parseDouble(args[1]) : 860;
        var formulas = new Formulas();
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("rat", Runs.frame(Runs.RAT, Runs.acts(120), Runs.acts(1)));
        frames.put("why", Runs.frame(Runs.RAT, Runs.acts(300), new Command.Explain(new Place(3, 1))));
        frames.put("grid", Runs.frame(Runs.SLIPPERY, Runs.acts(31)));
        for (String agent : args.length > 2 ? args[2].split(",") : new String[] {"sarsa-lambda", "expected-sarsa", "n-step-sarsa", "mc-control"}) {
            frames.put(agent, Runs.frame(Runs.RAT.replace("q-learning", agent), Runs.acts(44)));
        }
        for (String agent : new String[] {"gradient-bandit", "ucb", "thompson"}) {
            try {
            frames.put(agent, Runs.frame(
                    "environment: {type: bandit, arms: 10" + (agent.equals("thompson") ? ", rewards: bernoulli, means: [0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,0.5]" : "") + "}\nagent: {type: " + agent + "}\n", Runs.acts(44)));
            } catch (Error e) { System.out.println(agent + " " + e.getMessage()); }
        }
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            Headless.onFx(() -> {
                var box = new VBox(12);
                box.setStyle("-fx-padding: 16;");
                frames.forEach((name, frame) -> {
                    var pointing = new Pointing();
                    var pane = new EquationPane(formulas, pointing, Runnable::run);
                    pane.use(palette);
                    pane.show(frame);
                    if (name.equals("rat")) {
                        pointing.place().set(frame.view().event().orElseThrow().place("maxQNext"));
                    }
                    var slot = new StackPane(pane.node());
                    slot.getStyleClass().add("equation-slot");
                    slot.setMaxWidth(width);
                    slot.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
                    box.getChildren().add(slot);
                });
                var root = new StackPane(box);
                root.setStyle("-fx-background-color: -rs-desk");
                var holder = new StackPane(root);
                holder.getStylesheets().add("/rewardscope/ui/shell.css");
                var scene = new Scene(holder, width + 32, Double.parseDouble(args.length > 3 ? args[3] : "1900"));
                Theme.apply(scene, holder, palette, 1);
                Headless.picture(scene, 1, Path.of(args[0], "equation-" + palette.name() + "-1x.png"));
                if (args.length <= 1) {
                    Headless.picture(scene, 2, Path.of(args[0], "equation-" + palette.name() + "-2x.png"));
                }
                return null;
            });
        }
        System.exit(0);
    }
}
