package rewardscope.agent;

import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Transition;
import rewardscope.math.StateExchange;

/// What all agents that walk through a finite world have: the world, and the transition (S, A, R, S′) of the act.
///
/// The fields are named as in pseudocode; an algorithm's file reads and writes them as its own. None of them is part
/// of the saved state: they say what the last act was.
public abstract class TabularAgent implements Agent {
    protected final FiniteEnvironment environment;
    protected final FiniteMdp model;
    protected final Hyperparameters hyperparameters;

    /// S
    protected int s;

    /// A
    protected int a;

    /// R
    protected double r;

    /// S′
    protected int sNext;

    protected boolean terminated;
    protected boolean truncated;

    /// Whether this act began an episode.
    protected boolean started;

    /// What this act completed, bits of [Mark].
    protected int marks;

    protected TabularAgent(AgentSettings settings) {
        environment = settings.finiteEnvironment();
        model = environment.model();
        hyperparameters = settings.hyperparameters();
    }

    /// S: where the episode stands; a new one starts if the last has ended.
    protected final int currentState() {
        started = environment.needsReset();
        if (started) {
            hyperparameters.startEpisode();
            environment.reset();
        }
        return environment.state();
    }

    /// Takes action A in S; observes R and S′.
    protected final void takeAction(int a) {
        Transition next = environment.step(a);
        r = next.reward();
        sNext = next.state();
        terminated = next.terminated();
        truncated = next.truncated();
        marks = terminated || truncated ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    /// Whether the transition of this act ended the episode.
    protected final boolean episodeEnded() {
        return terminated || truncated;
    }

    @Override
    public final int marks() {
        return marks;
    }

    @Override
    public final FiniteEnvironment environment() {
        return environment;
    }

    @Override
    public final Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
    }
}
