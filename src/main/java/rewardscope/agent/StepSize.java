package rewardscope.agent;

import java.util.List;
import java.util.Optional;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The step size of a Monte Carlo agent: the constant α if the experiment sets one, else 1/N, which makes every
/// estimate the plain mean of its returns.
public final class StepSize implements Stateful {
    public static final ParameterSpec.Hyper ALPHA = new ParameterSpec.Hyper(
            "alpha", "\\alpha", 0.1, 0, 1, "Step size; left out: 1/N, so that estimates are means of all returns");

    /// Which visits of an episode count.
    public static final ParameterSpec.Choice VISITS = new ParameterSpec.Choice(
            "visits", List.of("first", "every"), "Learn from the first visit of an episode alone, or from every one");

    private final Optional<HyperParameter> alpha;
    private final int[] visits;

    public StepSize(AgentSettings settings, int entries) {
        alpha = settings.isSet(ALPHA.name()) ? Optional.of(settings.hyper(ALPHA)) : Optional.empty();
        visits = new int[entries];
    }

    /// Counts a visit and returns the step size for it.
    public double visit(int entry) {
        visits[entry]++;
        return alpha.isPresent() ? alpha.get().value() : 1.0 / visits[entry];
    }

    /// N: the visits counted so far.
    public int visits(int entry) {
        return visits[entry];
    }

    /// Whether it is 1/N.
    public boolean averages() {
        return alpha.isEmpty();
    }

    @Override
    public void exchange(StateExchange state) {
        state.integers("visits", visits);
    }
}
