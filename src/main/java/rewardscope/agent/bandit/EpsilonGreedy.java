package rewardscope.agent.bandit;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;

/// Mostly the arm that looks best, and with probability ε any arm at all.
///
/// A ← argmax_a Q(a) with probability 1 − ε, else a random arm;  Q(A) ← Q(A) + 1/N(A) [ R − Q(A) ]
///
/// Sutton & Barto, 2nd edition, sections 2.2 to 2.4. One act is one pull.
public final class EpsilonGreedy extends BanditAgent {
    public static final AgentType TYPE = new AgentType(
            "epsilon-greedy",
            "ε-greedy",
            Family.BANDIT,
            List.of(ParameterSpec.EPSILON, Estimates.ALPHA, ParameterSpec.INITIAL),
            BanditAgent::needsArms,
            EpsilonGreedy::new);

    private static final Equation AVERAGE = Equation.of(Estimates.AVERAGE);
    private static final Equation CONSTANT_STEP = Equation.of(Estimates.CONSTANT_STEP);

    private final HyperParameter epsilon;

    private double epsilonUsed;
    private boolean explored;

    public EpsilonGreedy(AgentSettings settings) {
        super(settings, Estimates.of(arms(settings), settings));
        epsilon = settings.hyper(ParameterSpec.EPSILON);
    }

    /// The record of one pull.
    ///
    /// @param action A, the arm that was pulled
    /// @param explored whether A was drawn at random
    /// @param count N(A), this pull included
    /// @param arms how all arms stand after it
    public record Pull(
            int action,
            double reward,
            boolean explored,
            double epsilon,
            int count,
            boolean constantStep,
            double stepSize,
            double qOld,
            double qNew,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            return constantStep ? CONSTANT_STEP : AVERAGE;
        }

        @Override
        public Optional<Place> place(String component) {
            return component.startsWith("q") ? changed() : Optional.empty();
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(0, action));
        }
    }

    @Override
    public void advance() {
        epsilonUsed = epsilon.value();
        explored = random.chance(epsilonUsed);
        pull(explored ? random.below(environment.arms()) : random.argmax(estimates.q()));
        estimates.update(a, r);
    }

    @Override
    public Pull event() {
        return new Pull(
                a,
                r,
                explored,
                epsilonUsed,
                estimates.n(a),
                estimates.constantStep(),
                estimates.stepSize(),
                estimates.qOld(),
                estimates.qNew(),
                arms());
    }

    @Override
    double[] probabilities() {
        double[] probabilities = greedyProbabilities(estimates.q());
        double epsilon = this.epsilon.value();
        for (int arm = 0; arm < probabilities.length; arm++) {
            probabilities[arm] = (1 - epsilon) * probabilities[arm] + epsilon / probabilities.length;
        }
        return probabilities;
    }
}
