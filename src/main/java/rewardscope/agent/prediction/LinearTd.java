package rewardscope.agent.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Diverged;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.TabularPolicy;
import rewardscope.agent.TransitionEvent;
import rewardscope.math.StateExchange;

/// Semi-gradient TD(0) with features of one's own, following the evaluated policy or another one.
///
/// v̂(s, w) = wᵀ x(s);   ρ = π(A|S) / b(A|S);   δ = R + γ v̂(S′, w) − v̂(S, w);   w ← w + α ρ δ x(S)
///
/// Sutton & Barto, 2nd edition, equation 11.2. With features that states share, an estimate in its own target and a
/// policy that is not the one followed, the weights may grow without end (section 11.3). One act is one transition.
public final class LinearTd extends Predictor {
    private static final ParameterSpec.Rows FEATURES =
            new ParameterSpec.Rows("features", "x(s): a row of numbers a state; without it, one feature a state");
    private static final ParameterSpec.Rows WEIGHTS =
            new ParameterSpec.Rows("weights", "w at the start: a number a feature; without it, `initial` for all");

    public static final AgentType TYPE = new AgentType(
            "linear-td",
            "Semi-gradient TD(0), linear",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.POLICY,
                    OffPolicyTd.BEHAVIOUR,
                    FEATURES,
                    WEIGHTS,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            LinearTd::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{vNext|\\hat v(S')} - #{vOld|\\hat v(S)} \\\\ \
            #{ratio|\\rho} = \\frac{#{targetProbability|\\pi(A\\mid S)}}{#{behaviourProbability|b(A\\mid S)}} \\\\ \
            #{vNew|\\hat v(S)} \\leftarrow #{vOld|\\hat v(S)} + #{alpha|\\alpha} #{ratio|\\rho} #{tdError|\\delta} \
            #{squaredLength|\\lVert x(S)\\rVert^2}""");

    private final HyperParameter alpha;
    private final TabularPolicy target;
    private final TabularPolicy behaviour;

    /// x by state.
    private final double[][] x;

    private final double[] w;

    private long steps;
    private double alphaUsed;
    private double ratio;
    private double vOld;
    private double vNext;
    private double vNew;

    public LinearTd(AgentSettings settings) {
        super(settings, OffPolicyTd.BEHAVIOUR.name());
        alpha = settings.hyper(ParameterSpec.ALPHA);
        target = settings.policy(ParameterSpec.POLICY.name());
        behaviour = settings.policy(OffPolicyTd.BEHAVIOUR.name());
        OffPolicyTd.checkCoverage(target, behaviour, environment);
        x = features(settings.rows(FEATURES.name()), model.states());
        w = weights(settings.rows(WEIGHTS.name()), x[0].length, settings.number(ParameterSpec.INITIAL.name()));
        estimate();
    }

    private static double[][] features(double[][] given, int states) {
        if (given.length == 0) {
            var identity = new double[states][states];
            for (int s = 0; s < states; s++) {
                identity[s][s] = 1;
            }
            return identity;
        }
        if (given.length != states) {
            throw new IllegalArgumentException(
                    "`features` has " + given.length + " rows for " + states + " states: write one a state");
        }
        return given;
    }

    private static double[] weights(double[][] given, int features, double initial) {
        if (given.length == 0) {
            var w = new double[features];
            Arrays.fill(w, initial);
            return w;
        }
        if (given.length != 1 || given[0].length != features) {
            throw new IllegalArgumentException("`weights` has to be one list of " + features + " numbers, one a feature");
        }
        return given[0];
    }

    /// v̂(s, w) for every state.
    private void estimate() {
        for (int s = 0; s < v.length; s++) {
            v[s] = model.terminal(s) ? 0 : dot(w, x[s]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param ratio ρ: 0 if the evaluated policy would never have done this
    /// @param features x(S)
    /// @param squaredLength ‖x(S)‖²
    /// @param vNext v̂(S′, w) before the update, 0 if the episode terminated
    /// @param weights w after the update
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            boolean started,
            boolean terminated,
            boolean truncated,
            double alpha,
            double gamma,
            double targetProbability,
            double behaviourProbability,
            double ratio,
            List<Double> features,
            double squaredLength,
            double vOld,
            double vNext,
            double tdError,
            double vNew,
            List<Double> weights)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew" -> changed();
                case "vNext", "reward" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    @Override
    public void advance() {
        s = currentState();
        a = choose(s);
        takeAction(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        ratio   = target.at(s)[a] / behaviour.at(s)[a];
        vOld    = v[s];
        vNext   = terminated ? 0 : v[sNext];
        tdError = r + gammaUsed * vNext - vOld;
        steps++;
        if (!Double.isFinite(tdError)) {
            throw new Diverged(
                    steps,
                    "the values are no longer finite (a smaller step size only delays that where features, "
                            + "bootstrapping and off-policy training come together)");
        }
        for (int i = 0; i < w.length; i++) {
            w[i] += alphaUsed * ratio * tdError * x[s][i];
        }
        estimate();
        vNew = v[s];
    }

    private double largestWeight() {
        return Arrays.stream(w).map(Math::abs).max().orElse(0);
    }

    @Override
    public List<Series> series() {
        var series = new ArrayList<Series>();
        series.add(new Series("largest-weight", Mark.STEP, this::largestWeight));
        series.addAll(super.series());
        return List.copyOf(series);
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                started,
                terminated,
                truncated,
                alphaUsed,
                gammaUsed,
                target.at(s)[a],
                behaviour.at(s)[a],
                ratio,
                Arrays.stream(x[s]).boxed().toList(),
                dot(x[s], x[s]),
                vOld,
                vNext,
                tdError,
                vNew,
                Arrays.stream(w).boxed().toList());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.numbers("w", w);
        steps = state.longInteger("steps", steps);
    }
}
