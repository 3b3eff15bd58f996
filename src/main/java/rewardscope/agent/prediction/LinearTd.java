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
/// policy that is not the one followed, the weights may grow without end (section 11.3). Each of these three legs has
/// a switch:
///
/// - without function approximation every state has an entry of its own, which starts at the estimate of that moment;
/// - without bootstrapping the target is R alone (in a world that pays nothing, that is the whole return);
/// - without off-policy learning the policy that is followed is the one that is evaluated, and ρ = 1.
///
/// One act is one transition.
public final class LinearTd extends OffPolicyPredictor {
    private static final ParameterSpec.Rows FEATURES =
            new ParameterSpec.Rows("features", "x(s): a row of numbers a state; without it, one feature a state");
    private static final ParameterSpec.Rows WEIGHTS =
            new ParameterSpec.Rows("weights", "w at the start: a number a feature; without it, `initial` for all");

    private static final ParameterSpec.Hyper APPROXIMATION = ParameterSpec.Hyper.onOff(
            "function-approximation", "Function approximation", true, "States share the weights of their features; off: each has its own entry");
    private static final ParameterSpec.Hyper BOOTSTRAPPING = ParameterSpec.Hyper.onOff(
            "bootstrapping", "Bootstrapping", true, "The estimate of the next state is in the target; off: the target is the reward alone");
    private static final ParameterSpec.Hyper OFF_POLICY = ParameterSpec.Hyper.onOff(
            "off-policy", "Off-policy learning", true, "Evaluates `policy` while it follows `behaviour`; off: evaluates what it follows");

    public static final AgentType TYPE = new AgentType(
            "linear-td",
            "Semi-gradient TD(0), linear",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.POLICY,
                    BEHAVIOUR,
                    FEATURES,
                    WEIGHTS,
                    ParameterSpec.INITIAL,
                    APPROXIMATION,
                    BOOTSTRAPPING,
                    OFF_POLICY),
            Needs::finiteStates,
            LinearTd::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{vNext|\\hat v(S')} - #{vOld|\\hat v(S)} \\\\ \
            #{ratio|\\rho} = \\frac{#{targetProbability|\\pi(A\\mid S)}}{#{behaviourProbability|b(A\\mid S)}} \\\\ \
            #{vNew|\\hat v(S)} \\leftarrow #{vOld|\\hat v(S)} + #{alpha|\\alpha} #{ratio|\\rho} #{tdError|\\delta} \
            #{squaredLength|\\lVert x(S)\\rVert^2}""");

    private final HyperParameter approximation;
    private final HyperParameter bootstrapping;
    private final HyperParameter offPolicy;

    /// x by state.
    private final double[][] x;

    private final double[] w;

    /// Whether v̂ was worked out from w in the last act: if not, v is the table of its own entries.
    private boolean approximated = true;

    private boolean bootstrapped;
    private boolean weighted;
    private double targetProbability;
    private double behaviourProbability;

    private long steps;

    public LinearTd(AgentSettings settings) {
        super(settings);
        approximation = settings.hyper(APPROXIMATION);
        bootstrapping = settings.hyper(BOOTSTRAPPING);
        offPolicy = settings.hyper(OFF_POLICY);
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
    /// @param functionApproximation whether states shared weights
    /// @param bootstrapping whether the estimate of S′ was in the target
    /// @param offPolicy whether another policy than the one followed was evaluated
    /// @param targetProbability π(A|S); b(A|S) where the policy that is followed is evaluated
    /// @param ratio ρ: 0 if the evaluated policy would never have done this
    /// @param features x(S)
    /// @param squaredLength ‖x(S)‖²; 1 where S has an entry of its own
    /// @param vNext v̂(S′, w) before the update, 0 if the episode terminated or nothing is bootstrapped
    /// @param weights w after the update, or every state's own entry
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
            boolean functionApproximation,
            boolean bootstrapping,
            boolean offPolicy,
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

        shareOrNot(approximation.on());
        bootstrapped = bootstrapping.on();
        weighted     = offPolicy.on();

        behaviourProbability = behaviour.at(s)[a];
        targetProbability    = weighted ? target.at(s)[a] : behaviourProbability;

        ratio   = targetProbability / behaviourProbability;
        vOld    = v[s];
        vNext   = terminated || !bootstrapped ? 0 : v[sNext];
        tdError = r + gammaUsed * vNext - vOld;
        steps++;
        if (!Double.isFinite(tdError)) {
            throw new Diverged(
                    steps,
                    "the values are no longer finite (a smaller step size only delays that where features, "
                            + "bootstrapping and off-policy training come together)");
        }
        if (approximated) {
            for (int i = 0; i < w.length; i++) {
                w[i] += alphaUsed * ratio * tdError * x[s][i];
            }
            estimate();
        } else {
            v[s] += alphaUsed * ratio * tdError;
        }
        vNew = v[s];
    }

    /// From weights to entries the estimates stay as they are; from entries to weights they are worked out from w again.
    private void shareOrNot(boolean share) {
        if (share && !approximated) {
            estimate();
        }
        approximated = share;
    }

    @Override
    TabularPolicy evaluated() {
        return offPolicy.on() ? target : behaviour;
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    @Override
    List<Series> curves() {
        var series = new ArrayList<Series>();
        series.add(new Series("largest-value", Mark.STEP, () -> largest(v)));
        series.add(new Series("largest-weight", Mark.STEP, () -> largest(approximated ? w : v)));
        series.addAll(super.curves());
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
                approximated,
                bootstrapped,
                weighted,
                targetProbability,
                behaviourProbability,
                ratio,
                Arrays.stream(x[s]).boxed().toList(),
                approximated ? dot(x[s], x[s]) : 1,
                vOld,
                vNext,
                tdError,
                vNew,
                Arrays.stream(approximated ? w : v).boxed().toList());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.numbers("w", w);
        approximated = state.flag("approximated", approximated);
        steps = state.longInteger("steps", steps);
    }
}
