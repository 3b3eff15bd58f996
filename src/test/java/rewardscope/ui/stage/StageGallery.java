package rewardscope.ui.stage;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Pictures of the stage to be looked at by a person: `StageGallery FOLDER [WIDTH HEIGHT SCALE]`.
final class StageGallery {
    private static final String PPO_ON = "agent: {type: ppo}\nseed: 2\nenvironment: {type: ";
    private static final String DQN_ON = "agent: {type: dqn, epsilon: 0.2}\nseed: 2\nenvironment: {type: ";
    private static final String FLOOR = "maze, continuous: true, layout: \"#######\\n#A...B#\\n###.###\\n###.###\\n###S###\\n#######\","
            + " cells: {A: {reward: 1, terminal: true}, B: {reward: -1, terminal: true}}, step-reward: -0.01, step: 0.05}";

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
        add(all, only, "arms-ucb", Layer.ACTION_VALUES, "environment: {preset: ten-armed-testbed}\nagent: {type: ucb}", RealRuns.acts(60));
        add(all, only, "arms-thompson", Layer.ACTION_VALUES, "environment: {type: bandit, arms: 5, rewards: bernoulli}\nagent: {type: thompson}", RealRuns.acts(40));
        add(all, only, "arms-gradient", Layer.POLICY, "environment: {type: bandit, arms: 4}\nagent: {type: gradient-bandit}", RealRuns.acts(80));
        add(all, only, "mdp", Layer.VALUES, "environment:\n  type: mdp\n  states: [cool, warm, hot]\n  actions: [slow, fast]\n  start: cool\n  terminal: [hot]\n  transitions:\n    - {from: cool, action: slow, to: cool, p: 1, reward: 1}\n    - {from: cool, action: fast, to: cool, p: 0.5, reward: 2}\n    - {from: cool, action: fast, to: warm, p: 0.5, reward: 2}\n    - {from: warm, action: slow, to: cool, p: 0.5, reward: 1}\n    - {from: warm, action: slow, to: warm, p: 0.5, reward: 1}\n    - {from: warm, action: fast, to: hot, p: 1, reward: -10}\nagent: {type: value-iteration, gamma: 0.9}", RealRuns.sweeps(10), RealRuns.acts(1));
        add(all, only, "cart-random", Layer.TRAIL, "environment: {type: cart-pole}\nagent: {type: random}", RealRuns.watching(Look.PATH), RealRuns.acts(10));
        add(all, only, "cart-v", Layer.VALUES, PPO_ON + "cart-pole}", RealRuns.watching(Look.PATH, Look.VALUES), RealRuns.acts(12_040));
        add(all, only, "cart-pi", Layer.POLICY, PPO_ON + "cart-pole}", RealRuns.watching(Look.PATH, Look.POLICY), RealRuns.acts(12_040), RealRuns.pushed(-12));
        add(all, only, "inverted-pi", Layer.POLICY, PPO_ON + "inverted-pendulum}", RealRuns.watching(Look.PATH, Look.POLICY), RealRuns.acts(12_040));
        add(all, only, "inverted-v", Layer.VALUES, PPO_ON + "inverted-pendulum}", RealRuns.watching(Look.PATH, Look.VALUES), RealRuns.acts(12_040), RealRuns.pushed(150));
        add(all, only, "pendulum-v", Layer.VALUES, PPO_ON + "pendulum}", RealRuns.watching(Look.PATH, Look.VALUES), RealRuns.acts(12_040), RealRuns.pushed(2));
        add(all, only, "pendulum-pi", Layer.POLICY, PPO_ON + "pendulum}", RealRuns.watching(Look.PATH, Look.POLICY), RealRuns.acts(12_040));
        add(all, only, "line-v", Layer.VALUES, DQN_ON + "linear-track, continuous: true}", RealRuns.watching(Look.PATH, Look.VALUES), RealRuns.acts(3005));
        add(all, only, "line-pi", Layer.POLICY, DQN_ON + "linear-track, continuous: true}", RealRuns.watching(Look.PATH, Look.POLICY), RealRuns.acts(3005));
        add(all, only, "floor-v", Layer.VALUES, DQN_ON + FLOOR, RealRuns.watching(Look.PATH, Look.VALUES), RealRuns.acts(16_010));
        add(all, only, "floor-pi", Layer.POLICY, DQN_ON + FLOOR, RealRuns.watching(Look.PATH, Look.POLICY), RealRuns.acts(16_010));
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
