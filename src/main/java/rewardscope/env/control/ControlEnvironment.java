package rewardscope.env.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import rewardscope.env.Episode;
import rewardscope.env.VectorEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// What all control worlds share: starts, step limits, returns, forces to choose from.
public abstract sealed class ControlEnvironment implements VectorEnvironment
        permits CartPole, InvertedPendulum, Pendulum {
    private final ControlSpec spec;
    private final RandomStream random;
    private final ActionSpace actions;
    private final double[] forces;
    private final int maxSteps;

    private boolean needsReset = true;
    private double undiscountedReturn;
    private int length;
    private boolean terminated;
    private boolean truncated;
    private double push;
    private double hand;
    private double lastForce;

    /// @param forces the forces to choose from; empty: any between `low` and `high`
    ControlEnvironment(ControlSpec spec, RandomStream random, ActionSpace actions, double[] forces) {
        this.spec = spec;
        this.random = random;
        this.actions = actions;
        this.forces = forces;
        maxSteps = spec.maxSteps();
    }

    /// Evenly spaced forces over [−limit, limit]; none for a count of 0.
    static double[] evenly(int count, double limit) {
        var forces = new double[count];
        for (int i = 0; i < count; i++) {
            forces[i] = limit * (2 * i - (count - 1)) / (count - 1);
        }
        return forces;
    }

    /// The choice between these forces, or any force up to the limit if there are none.
    static ActionSpace choiceOf(double[] forces, double limit) {
        if (forces.length == 0) {
            return new ActionSpace.Box(new double[] {-limit}, new double[] {limit});
        }
        var names = new ArrayList<String>();
        for (double force : forces) {
            names.add(new BigDecimal(force, new MathContext(3)).stripTrailingZeros().toPlainString());
        }
        return new ActionSpace.Discrete(List.copyOf(names));
    }

    /// The description that it was made from.
    public ControlSpec spec() {
        return spec;
    }

    /// The numbers of the state, as a `start-state` gives them.
    public abstract double[] state();

    /// Puts the world into that state.
    abstract void place(double... state);

    /// Puts the world into one of its usual starts.
    abstract void drawStart(RandomStream random);

    /// Moves on by one step and returns the reward.
    ///
    /// @param force the force asked for (for `cart-pole`, the number of the action)
    /// @param push an extra force from outside
    abstract double advance(double force, double push);

    /// Whether the task ends in the state that it is in now.
    abstract boolean failed();

    /// Adds a force from outside to the next step alone: a learner's hand.
    public final void push(double force) {
        push = force;
    }

    /// Pushes with this force at every step from now on, until told otherwise (0: lets go).
    public final void hold(double force) {
        hand = force;
    }

    /// What a hand adds to the next step.
    final double hand() {
        return push + hand;
    }

    /// The force that acted during the last step, the hand's share included; 0 before the first one.
    final double lastForce() {
        return lastForce;
    }

    /// The force in its own unit that an action stands for.
    double strength(double action) {
        return action;
    }

    @Override
    public final ActionSpace actionSpace() {
        return actions;
    }

    @Override
    public final double[] reset() {
        if (spec.startState().isEmpty()) {
            drawStart(random);
        } else {
            place(spec.startState().stream().mapToDouble(Double::doubleValue).toArray());
        }
        needsReset = false;
        undiscountedReturn = 0;
        length = 0;
        terminated = false;
        truncated = false;
        lastForce = 0;
        return observation();
    }

    @Override
    public final Outcome step(double[] action) {
        return forces.length == 0 ? act(action[0]) : step((int) action[0]);
    }

    @Override
    public final Outcome step(int action) {
        return act(forces.length == 0 ? action : forces[action]);
    }

    private Outcome act(double force) {
        if (needsReset) {
            throw new IllegalStateException("reset must come before step");
        }
        double extra = hand();
        double reward = advance(force, extra);
        lastForce = strength(force) + extra;
        push = 0;
        undiscountedReturn += reward;
        length++;
        terminated = failed();
        truncated = !terminated && length >= maxSteps;
        needsReset = terminated || truncated;
        return new Outcome(observation(), reward, terminated, truncated);
    }

    @Override
    public final Episode episode() {
        return new Episode(undiscountedReturn, length, terminated, truncated);
    }

    @Override
    public final boolean needsReset() {
        return needsReset;
    }

    @Override
    public final void exchange(StateExchange exchange) {
        exchange.part("random", random);
        var state = state();
        exchange.numbers("state", state);
        place(state);
        needsReset = exchange.flag("needsReset", needsReset);
        undiscountedReturn = exchange.number("return", undiscountedReturn);
        length = exchange.integer("length", length);
        terminated = exchange.flag("terminated", terminated);
        truncated = exchange.flag("truncated", truncated);
        push = exchange.number("push", push);
        hand = exchange.number("hand", hand);
        lastForce = exchange.number("lastForce", lastForce);
    }
}
