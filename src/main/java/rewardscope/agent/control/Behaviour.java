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
        int[] actions = table.available(s);
        explored = false;
        if (softmax) {
            return random.categorical(probabilities(s));
        }
        if (random.uniform() < epsilon.value()) {
            explored = true;
            return actions[random.below(actions.length)];
        }
        return greedy(s, actions);
    }

    private int greedy(int s, int[] actions) {
        double[] row = table.values()[s];
        int best = actions[0];
        int ties = 1;
        for (int i = 1; i < actions.length; i++) {
            int a = actions[i];
            if (row[a] > row[best]) {
                best = a;
                ties = 1;
            } else if (row[a] == row[best] && random.below(++ties) == 0) {
                best = a; // reservoir sampling: each of the tied actions is equally likely
            }
        }
        return best;
    }

    /// Whether the last choice was a draw at random rather than the greedy one.
    public boolean explored() {
        return explored;
    }

    /// π(a|s) by action; all zero in a terminal state.
    public double[] probabilities(int s) {
        int[] actions = table.available(s);
        double[] row = table.values()[s];
        var probabilities = new double[row.length];
        if (actions.length == 0) {
            return probabilities;
        }
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
            return probabilities;
        }
        long ties = Arrays.stream(actions).filter(a -> row[a] == best).count();
        for (int a : actions) {
            probabilities[a] = epsilon.value() / actions.length + (row[a] == best ? (1 - epsilon.value()) / ties : 0);
        }
        return probabilities;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
    }
}
