package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The records of one step taken with a policy: with numbered actions, or with forces.
public final class Steps {
    private Steps() {}

    private static final Equation SOFTMAX = Equation.of(
            """
            #{probability|\\pi(A_t\\mid S_t)} = \\frac{\\exp(#{preference|h(S_t,A_t)})}\
            {#each{choices|\\sum_b| + |\\exp(#{preference|h(S_t,b)})}}""");

    private static final Equation GAUSSIAN = Equation.of(
            """
            #{logProbability|\\ln\\pi(A_t\\mid S_t)} = #each{dimensions|\\sum_i| + |\\left( \
            -\\frac{1}{2} \\left( \\frac{#{action|A_t} - #{mean|\\mu(S_t)}}{#{std|\\sigma}} \\right)^{2} \
            - \\ln(#{std|\\sigma}) - \\frac{1}{2} \\ln(2 \\cdot #{pi|\\pi}) \\right)}""");

    /// A numbered action as it stood at the choice.
    ///
    /// @param preference h(S, b), an output of the network
    /// @param probability π(b|S)
    public record Choice(int action, double preference, double probability) {}

    /// A step with a numbered action.
    ///
    /// @param t its number in the batch or the episode that is being collected, counted from 0
    /// @param observation what was seen
    /// @param preference h(S, A)
    /// @param probability π(A|S)
    public record Numbered(
            int t,
            List<Double> observation,
            int action,
            double preference,
            double probability,
            List<Choice> choices,
            double reward,
            boolean started,
            boolean terminated,
            boolean truncated,
            Optional<Move> move)
            implements StepEvent {
        @Override
        public Equation equation() {
            return SOFTMAX;
        }
    }

    /// One dimension of a force as it was drawn.
    ///
    /// @param pi the number π
    public record Dimension(double action, double mean, double std, double pi) {}

    /// A step with a force.
    ///
    /// @param t its number in the batch or the episode that is being collected, counted from 0
    /// @param observation what was seen
    /// @param dimensions what was drawn, before it was brought into the box
    public record Force(
            int t,
            List<Double> observation,
            List<Dimension> dimensions,
            double logProbability,
            double reward,
            boolean started,
            boolean terminated,
            boolean truncated)
            implements StepEvent {
        @Override
        public Equation equation() {
            return GAUSSIAN;
        }
    }

    /// All actions at a choice, from the preferences.
    static List<Choice> choices(double[] preferences) {
        var policy = new SoftmaxPolicy(preferences.length);
        policy.look(preferences, 0);
        double[] pi = policy.describe();
        var choices = new ArrayList<Choice>();
        for (int a = 0; a < pi.length; a++) {
            choices.add(new Choice(a, preferences[a], pi[a]));
        }
        return List.copyOf(choices);
    }

    static List<Dimension> dimensions(double[] action, double[] mean, double[] logSigma) {
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < action.length; i++) {
            dimensions.add(new Dimension(action[i], mean[i], Math.exp(logSigma[i]), Math.PI));
        }
        return List.copyOf(dimensions);
    }

    static List<Double> list(double[] numbers) {
        var list = new ArrayList<Double>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return List.copyOf(list);
    }
}
