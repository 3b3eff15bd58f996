package rewardscope.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The full model of a finite Markov decision process: p(s′, r | s, a) for every state and action.
///
/// The outcomes of the pair (s, a) are the indices `first(s, a)` to `last(s, a)` (exclusive) of flat tables, so that a
/// planner's inner loop is a walk over arrays. A pair without outcomes is an action that is not available there; a
/// state without any action is terminal and keeps the value 0.
public final class FiniteMdp {
    private final int states;
    private final int actions;
    private final List<String> actionNames;
    private final int[] offset;
    private final int[] next;
    private final double[] probability;
    private final double[] reward;
    private final boolean[] terminates;
    private final double[] continuation;
    private final double[] expectedReward;
    private final double[] startProbability;

    private FiniteMdp(Builder builder) {
        states = builder.states;
        actionNames = List.copyOf(builder.actionNames);
        actions = actionNames.size();
        int pairs = states * actions;
        offset = new int[pairs + 1];
        expectedReward = new double[pairs];
        int outcomes = 0;
        for (var list : builder.outcomes) {
            outcomes += list.size();
        }
        next = new int[outcomes];
        probability = new double[outcomes];
        reward = new double[outcomes];
        terminates = new boolean[outcomes];
        continuation = new double[outcomes];
        int k = 0;
        for (int pair = 0; pair < pairs; pair++) {
            offset[pair] = k;
            for (Outcome outcome : builder.outcomes.get(pair)) {
                next[k] = outcome.next();
                probability[k] = outcome.probability();
                reward[k] = outcome.reward();
                terminates[k] = outcome.terminates();
                continuation[k] = outcome.terminates() ? 0 : outcome.probability();
                expectedReward[pair] += outcome.probability() * outcome.reward();
                k++;
            }
        }
        offset[pairs] = k;
        startProbability = builder.startProbability.clone();
    }

    /// One way in which an action can turn out.
    ///
    /// @param next the next state s′
    /// @param probability p(s′, r | s, a)
    /// @param terminates whether the episode ends with it, so that nothing follows s′
    public record Outcome(int next, double probability, double reward, boolean terminates) {}

    public int states() {
        return states;
    }

    public int actions() {
        return actions;
    }

    public List<String> actionNames() {
        return actionNames;
    }

    public String actionName(int a) {
        return actionNames.get(a);
    }

    public boolean available(int s, int a) {
        int pair = s * actions + a;
        return offset[pair] < offset[pair + 1];
    }

    /// The actions that can be taken in a state, in order; empty for a terminal state.
    public int[] availableActions(int s) {
        var list = new int[actions()];
        int n = 0;
        for (int a = 0; a < list.length; a++) {
            if (available(s, a)) {
                list[n++] = a;
            }
        }
        return Arrays.copyOf(list, n);
    }

    /// Whether no action can be taken here.
    public boolean terminal(int s) {
        return offset[s * actions] == offset[(s + 1) * actions];
    }

    /// The index of the first outcome of (s, a).
    public int first(int s, int a) {
        return offset[s * actions + a];
    }

    /// One past the index of the last outcome of (s, a).
    public int last(int s, int a) {
        return offset[s * actions + a + 1];
    }

    /// The next state of outcome k.
    public int next(int k) {
        return next[k];
    }

    public double probability(int k) {
        return probability[k];
    }

    public double reward(int k) {
        return reward[k];
    }

    public boolean terminates(int k) {
        return terminates[k];
    }

    /// The probability of outcome k if the episode goes on after it, else 0.
    public double continuation(int k) {
        return continuation[k];
    }

    /// r(s, a) = Σ p r.
    public double expectedReward(int s, int a) {
        return expectedReward[s * actions + a];
    }

    /// r(s, a) + γ Σ p(s′ | s, a) v(s′): the right-hand side of the Bellman equations for one action
    /// (Sutton & Barto, 2nd edition, equation 4.6).
    public double backup(int s, int a, double gamma, double[] v) {
        int pair = s * actions + a;
        double sum = 0;
        for (int k = offset[pair], end = offset[pair + 1]; k < end; k++) {
            sum += continuation[k] * v[next[k]];
        }
        return expectedReward[pair] + gamma * sum;
    }

    public List<Outcome> outcomes(int s, int a) {
        var list = new ArrayList<Outcome>();
        for (int k = first(s, a); k < last(s, a); k++) {
            list.add(new Outcome(next[k], probability[k], reward[k], terminates[k]));
        }
        return list;
    }

    /// The probability that an episode starts in this state.
    public double startProbability(int s) {
        return startProbability[s];
    }

    /// The same model with every episode starting in one state.
    public FiniteMdp startingAt(int state) {
        var builder = new Builder(states, actionNames);
        for (int s = 0; s < states; s++) {
            for (int a = 0; a < actions(); a++) {
                for (Outcome outcome : outcomes(s, a)) {
                    builder.outcome(s, a, outcome);
                }
            }
        }
        return builder.start(state, 1).build();
    }

    /// Collects the outcomes; equal ones (same next state, reward and ending) are merged.
    public static final class Builder {
        private final int states;
        private final List<String> actionNames;
        private final List<List<Outcome>> outcomes = new ArrayList<>();
        private final double[] startProbability;

        public Builder(int states, List<String> actionNames) {
            this.states = states;
            this.actionNames = actionNames;
            startProbability = new double[states];
            for (int i = 0; i < states * actionNames.size(); i++) {
                outcomes.add(new ArrayList<>());
            }
        }

        public Builder outcome(int s, int a, Outcome outcome) {
            var list = outcomes.get(s * actionNames.size() + a);
            for (int i = 0; i < list.size(); i++) {
                Outcome old = list.get(i);
                if (old.next() == outcome.next()
                        && old.reward() == outcome.reward()
                        && old.terminates() == outcome.terminates()) {
                    double p = old.probability() + outcome.probability();
                    list.set(i, new Outcome(old.next(), p, old.reward(), old.terminates()));
                    return this;
                }
            }
            list.add(outcome);
            return this;
        }

        public Builder start(int state, double probability) {
            startProbability[state] += probability;
            return this;
        }

        /// @throws IllegalStateException if the probabilities of a pair, or of the starts, do not sum to 1
        public FiniteMdp build() {
            for (int pair = 0; pair < outcomes.size(); pair++) {
                double sum = 0;
                for (Outcome outcome : outcomes.get(pair)) {
                    sum += outcome.probability();
                }
                if (!outcomes.get(pair).isEmpty() && Math.abs(sum - 1) > 1e-9) {
                    throw new IllegalStateException("the outcomes of state " + pair / actionNames.size() + ", action "
                            + actionNames.get(pair % actionNames.size()) + " have probability " + sum + " in all");
                }
            }
            double starts = Arrays.stream(startProbability).sum();
            if (Math.abs(starts - 1) > 1e-9) {
                throw new IllegalStateException("the start states have probability " + starts + " in all");
            }
            return new FiniteMdp(this);
        }
    }
}
