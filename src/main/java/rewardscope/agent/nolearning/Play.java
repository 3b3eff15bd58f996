package rewardscope.agent.nolearning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.ReturnSoFar;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Transition;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace.Box;
import rewardscope.env.VectorEnvironment.ActionSpace.Discrete;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Any environment, seen as a list of numbered actions, with the return of the running episode.
final class Play implements Stateful {
    /// Nothing is learned, so nothing has to be discounted.
    static final ParameterSpec.Hyper GAMMA = new ParameterSpec.Hyper(
            "gamma", "\\gamma", 1, 0, 1, "Discount: what a reward is worth one step later");

    /// A force is offered as this many choices, evenly spaced.
    private static final int FORCES = 3;

    private final Environment environment;
    private final Hyperparameters hyperparameters;
    private final HyperParameter gamma;
    private final ReturnSoFar gathered = new ReturnSoFar();
    private final List<String> actionNames;

    private boolean started = true;
    private boolean firstSeen;

    private int from;
    private int to;
    private int a;
    private double[] point = {};
    private double[] observation = {};
    private double[] nextObservation = {};
    private double r;
    private boolean beganEpisode;
    private boolean terminated;
    private boolean truncated;

    Play(AgentSettings settings) {
        environment = settings.environment();
        hyperparameters = settings.hyperparameters();
        gamma = settings.hyper(GAMMA);
        actionNames = names(environment);
    }

    /// For the descriptions of the types.
    static Optional<String> needs(Environment world) {
        boolean playable = world instanceof FiniteEnvironment
                || world instanceof BanditEnvironment
                || world instanceof VectorEnvironment;
        return playable ? Optional.empty() : Optional.of("it takes actions one by one, and there are none here");
    }

    private static List<String> names(Environment world) {
        return switch (world) {
            case FiniteEnvironment finite -> finite.model().actionNames();
            case BanditEnvironment bandit ->
                IntStream.range(0, bandit.arms()).mapToObj(arm -> "arm " + arm).toList();
            case VectorEnvironment vector ->
                switch (vector.actionSpace()) {
                    case Discrete discrete -> discrete.names();
                    case Box box ->
                        IntStream.range(0, FORCES)
                                .mapToObj(i -> String.format(Locale.ROOT, "%.3g", force(box, i)[0]))
                                .toList();
                };
            default -> List.of();
        };
    }

    /// The i-th of the forces that are offered, the same in every dimension.
    private static double[] force(Box box, int i) {
        var force = new double[box.dimensions()];
        for (int d = 0; d < force.length; d++) {
            force[d] = box.low()[d] + (box.high()[d] - box.low()[d]) * i / (FORCES - 1);
        }
        return force;
    }

    List<String> actionNames() {
        return actionNames;
    }

    /// The number of an action that is called by its name; where every action is always possible, also by its number.
    OptionalInt number(String action) {
        return environment instanceof FiniteEnvironment
                ? IntStream.of(actionNames.indexOf(action)).filter(number -> number >= 0).findFirst()
                : new Discrete(actionNames).number(action);
    }

    /// Whether an action is any force, and not one of a few.
    boolean takesAnyForce() {
        return environment instanceof VectorEnvironment vector && vector.actionSpace() instanceof Box;
    }

    /// Starts an episode if the last has ended.
    ///
    /// @return whether one has started
    boolean begin() {
        boolean reset = environment.needsReset();
        if (reset) {
            switch (environment) {
                case FiniteEnvironment finite -> finite.reset();
                case BanditEnvironment bandit -> bandit.reset();
                case VectorEnvironment vector -> vector.reset();
                default -> throw new AssertionError();
            }
        }
        if (reset || !firstSeen) { // a bandit may start without a reset
            firstSeen = true;
            started = true;
            hyperparameters.startEpisode();
            return true;
        }
        return false;
    }

    /// The numbers of the actions that are possible now, an episode having begun.
    int[] available() {
        return environment instanceof FiniteEnvironment finite
                ? finite.model().availableActions(finite.state())
                : IntStream.range(0, actionNames.size()).toArray();
    }

    /// Takes an action by its number.
    void take(int action) {
        a = action;
        switch (environment) {
            case FiniteEnvironment finite -> {
                from = finite.state();
                Transition next = finite.step(action);
                to = next.state();
                after(next.reward(), next.terminated(), next.truncated());
            }
            case BanditEnvironment bandit -> {
                point = new double[] {action};
                double reward = bandit.pull(action);
                after(reward, false, bandit.needsReset());
            }
            case VectorEnvironment vector ->
                take(vector.actionSpace() instanceof Box box ? force(box, action) : new double[] {action});
            default -> throw new AssertionError();
        }
    }

    /// Takes a force, the same in every dimension; the world itself cuts it to what can act.
    void takeForce(double force) {
        var box = (Box) ((VectorEnvironment) environment).actionSpace();
        var all = new double[box.dimensions()];
        Arrays.fill(all, force);
        take(all);
    }

    /// Takes an action drawn uniformly from all that are possible.
    void takeAny(RandomStream random) {
        if (environment instanceof VectorEnvironment vector && vector.actionSpace() instanceof Box box) {
            var force = new double[box.dimensions()];
            for (int d = 0; d < force.length; d++) {
                force[d] = random.uniform(box.low()[d], box.high()[d]);
            }
            take(force);
        } else {
            int[] available = available();
            take(available[random.below(available.length)]);
        }
    }

    private void take(double[] action) {
        var vector = (VectorEnvironment) environment;
        point = action;
        observation = vector.observation();
        var outcome = vector.step(action);
        nextObservation = outcome.observation();
        after(outcome.reward(), outcome.terminated(), outcome.truncated());
    }

    private void after(double reward, boolean terminated, boolean truncated) {
        r = reward;
        this.terminated = terminated;
        this.truncated = truncated;
        gathered.add(r, gamma.value(), started);
        beganEpisode = started;
        started = false;
    }

    int marks() {
        return terminated || truncated ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    /// At a bandit, what each pull brought: the curves that learning agents have there too.
    List<Series> series() {
        return environment instanceof BanditEnvironment bandit
                ? List.of(
                        new Series("reward", Mark.STEP, () -> r),
                        new Series("optimal", Mark.STEP, () -> bandit.optimal(a) ? 1 : 0))
                : List.of();
    }

    double returnSoFar() {
        return started ? 0 : gathered.value();
    }

    StepEvent event() {
        if (environment instanceof FiniteEnvironment) {
            return gathered.event(from, a, r, to, beganEpisode, terminated, truncated);
        }
        return new Played(
                boxed(observation),
                boxed(point),
                r,
                boxed(nextObservation),
                beganEpisode,
                terminated,
                truncated,
                gathered.discount(),
                gathered.before(),
                gathered.value());
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
        state.part("gathered", gathered);
        started = state.flag("started", started);
        firstSeen = state.flag("firstSeen", firstSeen);
    }
}
