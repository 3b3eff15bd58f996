package rewardscope.language.clips;

import rewardscope.env.Episode;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.Transition;
import rewardscope.math.StateExchange;

/// A finite world whose reward is the judge's. Episodes still count the true one.
record JudgedFinite(FiniteEnvironment world, Judge judge) implements FiniteEnvironment {
    @Override
    public FiniteMdp model() {
        return world.model();
    }

    @Override
    public Layout layout() {
        return world.layout();
    }

    @Override
    public int state() {
        return world.state();
    }

    @Override
    public int reset() {
        return world.reset();
    }

    @Override
    public Transition step(int action) {
        int states = world.model().states();
        var features = new double[judge.width];
        features[world.state()] = 1;
        features[states + action] = 1;
        Transition next = world.step(action);
        double reward = judge.reward(features, next.reward(), next.endsEpisode());
        return new Transition(next.state(), reward, next.terminated(), next.truncated());
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
