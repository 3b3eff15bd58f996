package rewardscope.language.clips;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Episode;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment;
import rewardscope.math.StateExchange;

/// A world of real numbers whose reward is the judge's. Episodes still count the true one.
record JudgedVector(VectorEnvironment world, Judge judge) implements VectorEnvironment {
    @Override
    public List<String> observationNames() {
        return world.observationNames();
    }

    @Override
    public List<Range> observationRanges() {
        return world.observationRanges();
    }

    @Override
    public ActionSpace actionSpace() {
        return world.actionSpace();
    }

    @Override
    public Scene scene() {
        return world.scene();
    }

    @Override
    public Optional<Plane> plane() {
        return world.plane();
    }

    @Override
    public double[] observation() {
        return world.observation();
    }

    @Override
    public double[] reset() {
        return world.reset();
    }

    @Override
    public Outcome step(double[] action) {
        var features = new double[judge.width];
        double[] seen = world.observation();
        var ranges = world.observationRanges();
        for (int i = 0; i < seen.length; i++) {
            Range range = ranges.get(i);
            features[i] = (2 * seen[i] - range.low() - range.high()) / (range.high() - range.low());
        }
        switch (world.actionSpace()) {
            case ActionSpace.Discrete _ -> features[seen.length + (int) action[0]] = 1;
            case ActionSpace.Box box -> {
                for (int i = 0; i < action.length; i++) {
                    features[seen.length + i] = action[i] / Math.max(1e-9, box.high()[i]);
                }
            }
        }
        Outcome next = world.step(action);
        double reward = judge.reward(features, next.reward(), next.endsEpisode());
        return new Outcome(next.observation(), reward, next.terminated(), next.truncated());
    }

    @Override
    public Episode episode() {
        return world.episode();
    }

    @Override
    public boolean needsReset() {
        return world.needsReset();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("world", world);
    }
}
