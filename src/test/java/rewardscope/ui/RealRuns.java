package rewardscope.ui;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.Look;
import rewardscope.sim.Runner;

/// Frames of real runs, for tests and pictures of panes.
public final class RealRuns {
    private RealRuns() {}

    /// The experiment that a text says.
    public static Experiment experiment(String yaml) {
        var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
        return checked.experiment().orElseThrow(() -> new AssertionError(checked.problems().toString()));
    }

    /// The frame in which a run stands after some commands.
    public static Frame frame(String yaml, Command... commands) {
        try (var runner = new Runner(experiment(yaml), Frame.Speed.FASTEST)) {
            for (Command command : commands) {
                runner.send(command);
                settle(runner);
            }
            return settle(runner);
        }
    }

    public static Frame settle(Runner runner) {
        var frame = new AtomicReference<Frame>();
        try {
            runner.settle(frame::set);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return frame.get();
    }

    /// As if every pane could be seen.
    public static Command watching() {
        return new Command.Watch(EnumSet.allOf(Look.class));
    }

    public static Command watching(Look first, Look... more) {
        return new Command.Watch(EnumSet.of(first, more));
    }

    public static Command pushed(double force) {
        return new Command.Intervene(new Intervention.Push(force, true));
    }

    public static Command acts(int count) {
        return new Command.Step(Command.Unit.ACT, count);
    }

    public static Command episodes(int count) {
        return new Command.Step(Command.Unit.EPISODE, count);
    }

    public static Command sweeps(int count) {
        return new Command.Step(Command.Unit.SWEEP, count);
    }
}
