package rewardscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import rewardscope.compute.Compute;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;

/// The runs of what is open, by the names of their simulations, and which of them is on the stage. A run that belongs to
/// no lesson has the empty name.
final class Runs {
    private static final double FIRST_SPEED = 4;

    private final FramePump pump;
    private final Map<String, Runner> runners = new HashMap<>();
    private Optional<String> active = Optional.empty();
    private Frame.Speed speed = new Frame.Speed(FIRST_SPEED);
    private Compute compute = Compute.STANDARD;

    Runs(FramePump pump) {
        this.pump = pump;
    }

    /// The run on the stage, if there is one.
    Optional<Runner> onStage() {
        return active.map(runners::get);
    }

    /// The simulation on the stage.
    Optional<String> active() {
        return active;
    }

    /// By the names of their simulations.
    Map<String, Runner> byName() {
        return runners;
    }

    void send(Command command) {
        onStage().ifPresent(runner -> runner.send(command));
    }

    void reseed() {
        send(new Command.Reseed(ThreadLocalRandom.current().nextInt(1, 10_000)));
    }

    /// Puts a simulation of a lesson on the stage, where it was left.
    ///
    /// @param begun told of a run that is new
    void activate(String simulation, Experiment experiment, BiConsumer<String, Runner> begun) {
        send(new Command.Pause());
        active = Optional.of(simulation);
        if (!runners.containsKey(simulation)) {
            var fresh = runner(experiment);
            runners.put(simulation, fresh);
            begun.accept(simulation, fresh);
        }
        pump.attach(runners.get(simulation));
    }

    /// Plays an experiment that belongs to no lesson.
    void play(Experiment experiment) {
        send(new Command.Pause());
        var runner = runners.get("");
        if (runner == null) {
            runner = runner(experiment);
            runners.put("", runner);
        } else {
            runner.send(new Command.Load(placed(experiment)));
        }
        active = Optional.of("");
        pump.attach(runner);
    }

    /// A device may take seconds to open: the run begins where it can at once, and moves on its own thread.
    private Runner runner(Experiment experiment) {
        var runner = new Runner(experiment, speed);
        if (!placed(experiment).equals(experiment)) {
            runner.send(new Command.Load(placed(experiment)));
        }
        return runner;
    }

    private Experiment placed(Experiment experiment) {
        return experiment.agentType().anyDevice() ? experiment.withCompute(compute) : experiment;
    }

    SavedRun placed(SavedRun run) {
        return new SavedRun(placed(run.experiment()), run.ways(), run.active(), run.together());
    }

    /// Computes on a device from now on; runs that can move begin anew there.
    void use(Compute wanted) {
        compute = wanted;
        for (Runner runner : runners.values()) {
            Experiment experiment = runner.experiment();
            if (!placed(experiment).equals(experiment)) {
                runner.send(new Command.Load(placed(experiment)));
            }
        }
        pump.refresh();
    }

    /// How fast runs begin.
    Frame.Speed speed() {
        return speed;
    }

    void beginAt(double actsPerSecond) {
        speed = new Frame.Speed(Math.max(actsPerSecond, Frame.Speed.SLOWEST.actsPerSecond()));
    }

    /// A run may be in the middle of a long act: the window does not wait for its end.
    void close() {
        var closing = List.copyOf(runners.values());
        runners.clear();
        active = Optional.empty();
        Thread.ofVirtual().name("closing").start(() -> closing.forEach(Runner::close));
    }
}
