package rewardscope.sim.share;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;

/// A run for tests: does as it is told and waits for it.
final class Running implements AutoCloseable {
    private final Runner runner;

    Running(Experiment experiment) {
        runner = new Runner(experiment, Frame.Speed.FASTEST);
    }

    static Experiment experiment(String yaml) {
        var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
        return checked.experiment().orElseThrow(() -> new AssertionError(yaml + "\n" + checked.problems()));
    }

    Running send(Command command) {
        runner.send(command);
        frame();
        return this;
    }

    Running acts(int count) {
        return send(new Command.Step(Command.Unit.ACT, count));
    }

    Frame frame() {
        try {
            var frame = new AtomicReference<Frame>();
            runner.settle(frame::set);
            return frame.get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Shared.Proof proof() {
        var proof = new CompletableFuture<Shared.Proof>();
        runner.send(new Command.Inspect((timeline, _) -> proof.complete(StateDigest.proof(timeline))));
        return proof.join();
    }

    /// The run at its step, as the text that somebody copies.
    String text() {
        var text = new CompletableFuture<String>();
        runner.send(new Command.Inspect((timeline, _) -> {
            var proof = StateDigest.proof(timeline);
            text.complete(RunText.write(new Shared(SavedRun.here(timeline), "", Optional.of(proof))));
        }));
        return text.join();
    }

    /// Another machine's run, opened from a text.
    static Running open(String text) {
        var read = RunText.read(text);
        var run = read.shared().orElseThrow(() -> new AssertionError(read.trouble())).run();
        return new Running(run.experiment()).send(run.takeUp());
    }

    @Override
    public void close() {
        runner.close();
    }
}
