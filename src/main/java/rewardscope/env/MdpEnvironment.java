package rewardscope.env;

import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Plays a finite model: draws the start, then one outcome a step. A row with one outcome draws nothing.
public final class MdpEnvironment implements FiniteEnvironment {
    /// No limit on the length of an episode.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final FiniteMdp model;
    private final Layout layout;
    private final int maxSteps;
    private final RandomStream random;
    private final double[] starts;

    private int state;
    private boolean needsReset = true;
    private double undiscountedReturn;
    private int length;
    private boolean terminated;
    private boolean truncated;

    /// @param maxSteps the length at which an episode is truncated, or [#UNLIMITED]
    public MdpEnvironment(FiniteMdp model, Layout layout, int maxSteps, RandomStream random) {
        this.model = model;
        this.layout = layout;
        this.maxSteps = maxSteps;
        this.random = random;
        starts = new double[model.states()];
        int likeliest = 0;
        for (int s = 0; s < starts.length; s++) {
            starts[s] = model.startProbability(s);
            if (starts[s] > starts[likeliest]) {
                likeliest = s;
            }
        }
        state = likeliest;
    }

    @Override
    public FiniteMdp model() {
        return model;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public int state() {
        return state;
    }

    @Override
    public boolean needsReset() {
        return needsReset;
    }

    @Override
    public Episode episode() {
        return new Episode(undiscountedReturn, length, terminated, truncated);
    }

    @Override
    public int reset() {
        state = random.categorical(starts);
        needsReset = false;
        undiscountedReturn = 0;
        length = 0;
        terminated = false;
        truncated = false;
        return state;
    }

    @Override
    public Transition step(int action) {
        if (needsReset) {
            throw new IllegalStateException("reset must come before step");
        }
        int k = model.first(state, action);
        int last = model.last(state, action) - 1;
        if (k > last) {
            throw new IllegalArgumentException(
                    "action " + model.actionName(action) + " is not available in state " + layout.stateName(state));
        }
        if (k < last) {
            double u = random.uniform() - model.probability(k);
            while (u >= 0 && k < last) {
                u -= model.probability(++k);
            }
        }
        double reward = model.reward(k);
        state = model.next(k);
        undiscountedReturn += reward;
        length++;
        terminated = model.terminates(k);
        truncated = !terminated && length >= maxSteps;
        needsReset = terminated || truncated;
        return new Transition(state, reward, terminated, truncated);
    }

    @Override
    public void exchange(StateExchange exchange) {
        exchange.part("random", random);
        state = exchange.integer("state", state);
        needsReset = exchange.flag("needsReset", needsReset);
        undiscountedReturn = exchange.number("return", undiscountedReturn);
        length = exchange.integer("length", length);
        terminated = exchange.flag("terminated", terminated);
        truncated = exchange.flag("truncated", truncated);
    }
}
