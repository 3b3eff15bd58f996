package rewardscope.agent.control;

import java.util.Arrays;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Draws actions from a table of action values: ε-greedy with ties broken at random, or softmax with inverse
/// temperature β where `beta` is set (Sutton & Barto, 2nd edition, sections 2.2 and 2.8).
public final class Behaviour implements Stateful {
    /// Softmax in place of ε-greedy.
    public static final ParameterSpec.Hyper BETA = new ParameterSpec.Hyper(
            "beta", "\\beta", 1, 0, 1000, "Inverse temperature of softmax exploration, in place of epsilon");

    private final QTable table;
    private final HyperParameter epsilon;
    private final boolean softmax;
    private final RandomStream random;
    private boolean explored;

    private Behaviour(QTable table, HyperParameter parameter, boolean softmax, RandomStream random) {
        this.table = table;
        epsilon = parameter;
        this.softmax = softmax;
        this.random = random;
    }

    /// ε-greedy, or softmax if the experiment sets `beta`.
    public static Behaviour of(QTable table, AgentSettings settings) {
        boolean softmax = settings.isSet(BETA.name());
        return new Behaviour(
                table,
                settings.hyper(softmax ? BETA : ParameterSpec.EPSILON),
                softmax,
                settings.random("policy"));
    }

    /// Draws an action for a state that is not terminal.
    public int choose(int s) {
        explored = false;
        if (softmax) {
            return random.categorical(probabilities(s));
        }
        if (random.uniform() < epsilon.value()) {
            explored = true;
            int[] actions = table.available(s);
            return actions[random.below(actions.length)];
        }
        int ties = table.ties(s);
        return ties > 1 ? table.greedy(s, random.below(ties)) : table.greedy(s);
    }

    /// Whether the last choice was a draw at random rather than the greedy one.
    public boolean explored() {
        return explored;
    }

    /// π(a|s) by action, a fresh array; all zero in a terminal state.
    public double[] probabilities(int s) {
        var probabilities = new double[table.values()[s].length];
        probabilities(s, probabilities);
        return probabilities;
    }

    /// Fills in π(a|s) by action; all zero in a terminal state.
    ///
    /// @param probabilities modified
    public void probabilities(int s, double[] probabilities) {
        Arrays.fill(probabilities, 0);
        int[] actions = table.available(s);
        if (actions.length == 0) {
            return;
        }
        double[] row = table.values()[s];
        double best = table.max(s);
        if (softmax) {
            double sum = 0;
            for (int a : actions) {
                probabilities[a] = Math.exp(epsilon.value() * (row[a] - best));
                sum += probabilities[a];
            }
            for (int a : actions) {
                probabilities[a] /= sum;
            }
            return;
        }
        double explore = epsilon.value() / actions.length;
        double exploit = (1 - epsilon.value()) / table.ties(s);
        for (int a : actions) {
            probabilities[a] = row[a] == best ? explore + exploit : explore;
        }
    }

    /// Σ_a π(a|s) Q(s,a): what S is worth under this policy; 0 in a terminal state.
    public double expectedValue(int s) {
        double[] probabilities = probabilities(s);
        double sum = 0;
        for (int a : table.available(s)) {
            sum += probabilities[a] * table.get(s, a);
        }
        return sum;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
    }
}
