package rewardscope.ui;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;

/// Frames of real runs, for tests and pictures.
public final class Runs {
    public static final String RAT = """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
            seed: 7
            """;
    public static final String SLIPPERY = """
            environment:
              type: gridworld
              layout: |
                ...G
                .#.P
                S...
              cells:
                G: {reward: 1, terminal: true, collect: exit}
                P: {reward: -1, terminal: true, collect: exit}
              step-reward: -0.04
              noise: 0.2
            agent: {type: value-iteration, gamma: 0.9}
            """;

    private Runs() {}

    public static Experiment experiment(String yaml) {
        var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
        return checked.experiment().orElseThrow(() -> new AssertionError(checked.problems()));
    }

    /// The frame after some commands.
    public static Frame frame(String yaml, Command... commands) throws InterruptedException {
        try (var runner = new Runner(experiment(yaml), Frame.Speed.FASTEST)) {
            var frame = new AtomicReference<Frame>();
            for (Command command : commands) {
                runner.send(command);
                runner.settle(frame::set);
            }
            runner.settle(frame::set);
            return frame.get();
        }
    }

    public static Command acts(int count) {
        return new Command.Step(Command.Unit.ACT, count);
    }
}
