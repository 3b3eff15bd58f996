package rewardscope.ui.stage;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Pictures of the stage to be looked at by a person: `StageGallery FOLDER [WIDTH HEIGHT SCALE]`.
final class StageGallery {
    private StageGallery() {}

    record Subject(Layer layer, Frame frame) {}

    public static void main(String[] arguments) {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 800;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 460;
        double scale = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 1;
        String only = arguments.length > 4 ? arguments[4] : "";
        subjects(only).forEach((name, subject) -> {
            for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
                Offscreen.run(() -> {
                    var pane = new StagePane(new Pointing(), _ -> {});
                    var scene = Offscreen.scene(pane.node(), width, height, palette);
                    pane.use(palette);
                    pane.setReducedMotion(true);
                    pane.setPictureScale(scale);
                    pane.show(subject.frame());
                    pane.select(subject.layer());
                    Offscreen.save(scene, scale, new File(folder, name + "-" + palette.name() + ".png"));
                });
            }
        });
        Platform.exit();
    }

    private static Map<String, Subject> subjects(String only) {
        var all = new LinkedHashMap<String, Subject>();
        add(all, only, "aima", Layer.VALUES, "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1.0}", RealRuns.sweeps(40), RealRuns.acts(1), RealRuns.acts(1));
        add(all, only, "cliff", Layer.ACTION_VALUES, "environment: {preset: cliff-walking}\nagent: {type: q-learning, alpha: 0.5}", RealRuns.episodes(60), RealRuns.acts(4));
        add(all, only, "book-q", Layer.ACTION_VALUES, "environment: {preset: book-grid}\nagent: {type: q-learning, alpha: 0.5}", RealRuns.episodes(40), RealRuns.acts(4));
        add(all, only, "book-pi", Layer.POLICY, "environment: {preset: book-grid}\nagent: {type: value-iteration}", RealRuns.sweeps(20));
        add(all, only, "windy", Layer.VALUES, "environment: {preset: windy}\nagent: {type: sarsa, alpha: 0.5}", RealRuns.episodes(60), RealRuns.acts(6));
        add(all, only, "windy-trail", Layer.TRAIL, "environment: {preset: windy}\nagent: {type: sarsa, alpha: 0.5}", RealRuns.episodes(60), RealRuns.acts(1), RealRuns.acts(1), RealRuns.acts(1), RealRuns.acts(1), RealRuns.acts(1), RealRuns.acts(1));
        add(all, only, "sutton", Layer.VALUES, "environment: {preset: sutton-barto-4x4}\nagent: {type: policy-evaluation, gamma: 1.0}", RealRuns.sweeps(10));
        add(all, only, "lake-king", Layer.ACTION_VALUES, "environment:\n  type: gridworld\n  moves: 9\n  layout: |\n    ....G\n    .#...\n    S..P.\n  cells: {G: {reward: 1, terminal: true}, P: {reward: -1, terminal: true}}\nagent: {type: q-learning, alpha: 0.5}", RealRuns.episodes(200));
        add(all, only, "maze", Layer.VALUES, "environment: {preset: radial-arm}\nagent: {type: q-learning, alpha: 0.5}", RealRuns.episodes(80), RealRuns.acts(2));
        add(all, only, "track", Layer.ACTION_VALUES, "environment: {preset: linear-track}\nagent: {type: q-learning, alpha: 0.5}", RealRuns.episodes(5), RealRuns.acts(3));
        add(all, only, "track-traces", Layer.TRACES, "environment: {preset: linear-track}\nagent: {type: sarsa-lambda, alpha: 0.5}", RealRuns.episodes(5), RealRuns.acts(3));
        add(all, only, "walk", Layer.VALUES, "environment: {preset: random-walk-5}\nagent: {type: td-prediction, gamma: 1.0, initial: 0.5}", RealRuns.episodes(20), RealRuns.acts(1));
        add(all, only, "walk19", Layer.VALUES, "environment: {preset: random-walk-19}\nagent: {type: td-prediction, gamma: 1.0}", RealRuns.episodes(20), RealRuns.acts(1));
        add(all, only, "arms", Layer.ACTION_VALUES, "environment: {preset: ten-armed-testbed}\nagent: {type: epsilon-greedy}", RealRuns.acts(300), RealRuns.acts(1));
        add(all, only, "mdp", Layer.VALUES, "environment:\n  type: mdp\n  states: [cool, warm, hot]\n  actions: [slow, fast]\n  start: cool\n  terminal: [hot]\n  transitions:\n    - {from: cool, action: slow, to: cool, p: 1, reward: 1}\n    - {from: cool, action: fast, to: cool, p: 0.5, reward: 2}\n    - {from: cool, action: fast, to: warm, p: 0.5, reward: 2}\n    - {from: warm, action: slow, to: cool, p: 0.5, reward: 1}\n    - {from: warm, action: slow, to: warm, p: 0.5, reward: 1}\n    - {from: warm, action: fast, to: hot, p: 1, reward: -10}\nagent: {type: value-iteration, gamma: 0.9}", RealRuns.sweeps(10), RealRuns.acts(1));
        add(all, only, "cart", Layer.VALUES, "environment: {type: cart-pole}\nagent: {type: random}", RealRuns.acts(1), RealRuns.acts(1), RealRuns.acts(8));
        add(all, only, "inverted", Layer.VALUES, "environment: {type: inverted-pendulum}\nagent: {type: random}", RealRuns.acts(7));
        add(all, only, "pendulum", Layer.VALUES, "environment: {type: pendulum}\nagent: {type: random}", RealRuns.acts(30));
        add(all, only, "line", Layer.VALUES, "environment: {type: linear-track, continuous: true}\nagent: {type: random}", RealRuns.acts(5));
        return all;
    }

    private static void add(Map<String, Subject> all, String only, String name, Layer layer, String yaml, Command... commands) {
        if (name.startsWith(only)) {
            try {
                all.put(name, new Subject(layer, RealRuns.frame(yaml, commands)));
            } catch (AssertionError e) {
                System.err.println(name + ": " + e.getMessage());
            }
        }
    }
}
