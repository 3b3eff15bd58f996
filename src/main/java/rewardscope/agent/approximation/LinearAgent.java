package rewardscope.agent.approximation;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Diverged;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// What `linear-sarsa` and `linear-q` share: q̂(s, a, w) = Σ of the weights of the features that are on, ε-greedy
/// actions, and the update of those weights.
///
/// The step size is shared among the features that are on, so that α is the share of the error that one update takes
/// away, however many tilings there are.
abstract class LinearAgent
        implements Agent, ActionValues, ActionProbabilities, ObservationValues, ObservationPolicy {
    static final List<ParameterSpec> PARAMETERS = List.of(
            ParameterSpec.ALPHA,
            new ParameterSpec.Hyper("gamma", "\\gamma", 0.99, 0, 1, ParameterSpec.GAMMA.meaning()),
            ParameterSpec.EPSILON,
            ParameterSpec.INITIAL,
            Features.TILINGS,
            Features.TILES);

    final Sight sight;
    final HyperParameter alpha;
    final HyperParameter gamma;
    final HyperParameter epsilon;
    final RandomStream random;
    private final Hyperparameters hyperparameters;
    private final Features features;
    private final int actions;

    /// w by action, then by feature.
    private final double[][] w;

    private final double[] row;
    private final double[] action = new double[1];
    long steps;

    /// What was seen, the features that were on there, and what is seen then.
    double[] observation = {};

    final int[] x;
    double[] next = {};
    final int[] xNext;
    double tdError;

    LinearAgent(AgentSettings settings) {
        sight = new Sight(settings.environment(), false);
        hyperparameters = settings.hyperparameters();
        alpha = settings.hyper("alpha");
        gamma = settings.hyper("gamma");
        epsilon = settings.hyper("epsilon");
        random = settings.random("policy");
        features = Features.of(sight, settings);
        actions = sight.actionCount();
        w = new double[actions][features.count()];
        for (double[] weights : w) {
            Arrays.fill(weights, settings.number("initial") / features.active());
        }
        row = new double[actions];
        x = new int[features.active()];
        xNext = new int[features.active()];
    }

    /// Sees S and its features.
    final void look() {
        observation = sight.look();
        if (sight.started()) {
            hyperparameters.startEpisode();
        }
        features.find(observation, x);
    }

    /// Takes A; sees S′ and its features.
    final void act(int a) {
        action[0] = a;
        next = sight.act(action);
        features.find(next, xNext);
        steps++;
    }

    /// q̂(s, a, w)
    final double q(int[] x, int a) {
        double sum = 0;
        for (int feature : x) {
            sum += w[a][feature];
        }
        return sum;
    }

    /// max_a q̂(s, a, w)
    final double maxQ(int[] x) {
        double best = q(x, 0);
        for (int a = 1; a < actions; a++) {
            best = Math.max(best, q(x, a));
        }
        return best;
    }

    /// Draws an action, ε-greedy with ties broken at random.
    final int choose(int[] x) {
        if (random.chance(epsilon.value())) {
            return random.below(actions);
        }
        for (int a = 0; a < actions; a++) {
            row[a] = q(x, a);
        }
        return random.argmax(row);
    }

    /// w ← w + α/n δ ∇ q̂, with n features on: their weights for A all move alike.
    final void learn(int[] x, int a, double alpha, double tdError) {
        double change = alpha / x.length * tdError;
        if (!Double.isFinite(change)) {
            throw new Diverged(steps, "the weights are no longer finite (try a smaller `alpha`)");
        }
        for (int feature : x) {
            w[a][feature] += change;
        }
    }

    @Override
    public final double value(double[] observation) {
        var on = new int[features.active()];
        features.find(observation, on);
        return maxQ(on);
    }

    @Override
    public final double[] policyAt(double[] observation) {
        var on = new int[features.active()];
        features.find(observation, on);
        double best = maxQ(on);
        int ties = 0;
        for (int a = 0; a < actions; a++) {
            ties += q(on, a) == best ? 1 : 0;
        }
        var policy = new double[actions];
        for (int a = 0; a < actions; a++) {
            policy[a] = epsilon.value() / actions + (q(on, a) == best ? (1 - epsilon.value()) / ties : 0);
        }
        return policy;
    }

    /// By state in a finite world; empty where states are real numbers.
    @Override
    public final double[][] q() {
        if (!(environment() instanceof FiniteEnvironment world)) {
            return new double[0][];
        }
        var q = new double[world.model().states()][actions];
        for (int s = 0; s < q.length; s++) {
            for (int a = 0; a < actions; a++) {
                q[s][a] = w[a][s];
            }
        }
        return q;
    }

    @Override
    public final double[] policy(int state) {
        boolean terminal = environment() instanceof FiniteEnvironment world
                && world.model().terminal(state);
        return terminal ? new double[actions] : policyAt(sight.indicator(state));
    }

    @Override
    public final int marks() {
        return sight.endsEpisode() ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    @Override
    public final Environment environment() {
        return sight.environment();
    }

    @Override
    public final Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public final List<Series> series() {
        return List.of(new Series("td-error", Mark.STEP, () -> tdError));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", sight.environment());
        state.part("hyperparameters", hyperparameters);
        state.part("random", random);
        state.matrix("w", w);
        steps = state.longInteger("steps", steps);
    }
}
