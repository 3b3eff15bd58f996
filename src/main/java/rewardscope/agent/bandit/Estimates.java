package rewardscope.agent.bandit;

import java.util.Arrays;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Q(a), what each arm is thought to pay, and N(a), how often it was pulled.
///
/// Q(A) ← Q(A) + step · [ R − Q(A) ]
///
/// With the step 1/N(A) that is the average of all rewards so far; with a constant step α, recent rewards weigh more
/// and arms that change are followed (Sutton & Barto, 2nd edition, sections 2.4 to 2.6).
public final class Estimates implements Stateful {
    /// A constant step in place of 1/N.
    public static final ParameterSpec.Hyper ALPHA = new ParameterSpec.Hyper(
            "alpha", "\\alpha", 0.1, 0, 1, "Constant step size; left out: 1/N(a), the average of all rewards");

    /// The update with the step 1/N, over components `qNew`, `qOld`, `count` and `reward`.
    static final String AVERAGE =
            """
            #{qNew|Q_{t+1}(A_t)} \\leftarrow #{qOld|Q_t(A_t)} + \\frac{1}{#{count|N(A_t)}} \
            \\left[ #{reward|R_t} - #{qOld|Q_t(A_t)} \\right]""";

    /// The update with a constant step, over components `qNew`, `qOld`, `stepSize` and `reward`.
    static final String CONSTANT_STEP =
            """
            #{qNew|Q_{t+1}(A_t)} \\leftarrow #{qOld|Q_t(A_t)} + #{stepSize|\\alpha} \
            \\left[ #{reward|R_t} - #{qOld|Q_t(A_t)} \\right]""";

    private final double[] q;
    private final int[] n;
    private final Optional<HyperParameter> alpha;

    private double stepSize;
    private double qOld;
    private double qNew;

    /// @param alpha the constant step; empty for 1/N
    private Estimates(int arms, double initial, Optional<HyperParameter> alpha) {
        q = new double[arms];
        Arrays.fill(q, initial);
        n = new int[arms];
        this.alpha = alpha;
    }

    /// As the experiment says: with `initial`, and a constant step if `alpha` is set.
    static Estimates of(int arms, AgentSettings settings) {
        return new Estimates(
                arms,
                settings.number(ParameterSpec.INITIAL.name()),
                settings.isSet(ALPHA.name()) ? Optional.of(settings.hyper(ALPHA)) : Optional.empty());
    }

    /// Plain averages that begin at 0.
    static Estimates averages(int arms) {
        return new Estimates(arms, 0, Optional.empty());
    }

    /// Learns that an arm paid a reward.
    void update(int a, double r) {
        n[a]++;
        stepSize = alpha.isPresent() ? alpha.get().value() : 1.0 / n[a];
        qOld = q[a];
        qNew = qOld + stepSize * (r - qOld);
        q[a] = qNew;
    }

    boolean constantStep() {
        return alpha.isPresent();
    }

    /// The step of the last update.
    double stepSize() {
        return stepSize;
    }

    /// Q of the last arm before its update.
    double qOld() {
        return qOld;
    }

    /// Q of the last arm after its update.
    double qNew() {
        return qNew;
    }

    /// The live values by arm.
    double[] q() {
        return q;
    }

    double q(int a) {
        return q[a];
    }

    int n(int a) {
        return n[a];
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("q", q);
        state.integers("n", n);
    }
}
