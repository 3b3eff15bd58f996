package rewardscope.agent.bandit;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.ParameterSpec;

/// Always the arm that looks best. With optimistic initial values even this explores: every arm disappoints at first.
///
/// A ← argmax_a Q(a);  Q(A) ← Q(A) + 1/N(A) [ R − Q(A) ]
///
/// Sutton & Barto, 2nd edition, sections 2.2 and 2.6. One act is one pull.
public final class Greedy extends BanditAgent {
    public static final AgentType TYPE = new AgentType(
            "greedy",
            "Greedy",
            Family.BANDIT,
            List.of(Estimates.ALPHA, ParameterSpec.INITIAL),
            BanditAgent::needsArms,
            Greedy::new);

    private static final Equation AVERAGE = Equation.of(Estimates.AVERAGE);
    private static final Equation CONSTANT_STEP = Equation.of(Estimates.CONSTANT_STEP);

    public Greedy(AgentSettings settings) {
        super(settings, Estimates.of(arms(settings), settings));
    }

    /// The record of one pull.
    ///
    /// @param action A, the arm that was pulled
    /// @param count N(A), this pull included
    /// @param arms how all arms stand after it
    public record Pull(
            int action,
            double reward,
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
        pull(random.argmax(estimates.q()));
        estimates.update(a, r);
    }

    @Override
    public Pull event() {
        return new Pull(
                a,
                r,
                estimates.n(a),
                estimates.constantStep(),
                estimates.stepSize(),
                estimates.qOld(),
                estimates.qNew(),
                arms());
    }

    @Override
    double[] probabilities() {
        return greedyProbabilities(estimates.q());
    }
}
