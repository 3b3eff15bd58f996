package rewardscope.agent.control;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.EligibilityTraces;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Traces;
import rewardscope.math.StateExchange;

/// What Sarsa(λ) and Q(λ) share: a trace for every pair, the next action chosen one step ahead, and the record of what
/// each pair received.
public abstract class TracedController extends Controller implements EligibilityTraces {
    final HyperParameter alpha;
    final HyperParameter lambda;

    /// z(s, a)
    final Traces z;

    /// A′; −1 if S′ is terminal
    int aNext;

    /// Whether A was drawn at random.
    boolean explored;

    private boolean exploresNext;

    /// The step size and λ in force when the act was done.
    double alphaUsed;

    double lambdaUsed;

    TracedController(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        lambda = settings.hyper(ParameterSpec.LAMBDA);
        z = new Traces(model.states() * model.actions(), Traces.kind(settings));
    }

    /// Chooses A′ for S′.
    final void chooseNext(int sNext) {
        aNext = behaviour.choose(sNext);
        exploresNext = behaviour.explored();
    }

    /// A ← A′
    final int takeNext() {
        explored = exploresNext;
        return aNext;
    }

    /// What one pair received: its Q changed by α δ z, and is `value` now.
    public record Credit(int state, int action, double trace, double change, double value) {}

    /// What every pair with a trace received when α δ times its trace was added to its value.
    final List<Credit> credits() {
        double step = alphaUsed * tdError;
        var credits = new ArrayList<Credit>();
        for (int i = 0; i < z.count(); i++) {
            int s = q.stateOf(z.entry(i));
            int a = q.actionOf(z.entry(i));
            double trace = z.at(z.entry(i));
            credits.add(new Credit(s, a, trace, step * trace, q.get(s, a)));
        }
        return List.copyOf(credits);
    }

    @Override
    public final double[] traces() {
        return z.largestOf(model.actions());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("z", z);
        aNext = state.integer("aNext", aNext);
        exploresNext = state.flag("exploresNext", exploresNext);
    }
}
