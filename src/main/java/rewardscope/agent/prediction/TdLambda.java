package rewardscope.agent.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.EligibilityTraces;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Traces;
import rewardscope.agent.TransitionEvent;
import rewardscope.math.StateExchange;

/// TD(λ): one TD error is credited to every state in proportion to its eligibility trace.
///
/// δ = R + γ V(S′) − V(S);   z(S) ← γλ z(S) + 1, all other z ← γλ z;   V ← V + α δ z
///
/// Sutton & Barto, 2nd edition, section 12.2, with a table for features. With `traces: dutch` it is true online TD(λ),
/// section 12.5: what V(S) has gained since it was the V(S′) of the step before is made good. One act is one
/// transition.
public final class TdLambda extends Predictor implements EligibilityTraces {
    public static final AgentType TYPE = new AgentType(
            "td-lambda",
            "TD(λ)",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.LAMBDA,
                    Traces.THREE_KINDS,
                    ParameterSpec.POLICY,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            TdLambda::new);

    private static final String TD_ERROR =
            "#{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{vNext|V(S')} - #{vOld|V(S)} \\\\ ";
    private static final String UPDATE =
            " \\\\ #{vNew|V(S)} \\leftarrow #{vOld|V(S)} + #{alpha|\\alpha} #{tdError|\\delta} #{traceNew|z(S)}";
    private static final Equation ACCUMULATING = Equation.of(TD_ERROR
            + "#{traceNew|z(S)} \\leftarrow #{gamma|\\gamma} #{lambda|\\lambda} #{traceOld|z(S)} + 1" + UPDATE);
    private static final Equation REPLACING = Equation.of(TD_ERROR + "#{traceNew|z(S)} \\leftarrow 1" + UPDATE);
    private static final Equation DUTCH = Equation.of(TD_ERROR
            + """
            #{traceNew|z(S)} \\leftarrow \\left( 1 - #{alpha|\\alpha} \\right) #{gamma|\\gamma} #{lambda|\\lambda} \
            #{traceOld|z(S)} + 1 \\\\ \
            #{vNew|V(S)} \\leftarrow #{vOld|V(S)} + #{alpha|\\alpha} \\left[ #{tdError|\\delta} + #{vOld|V(S)} \
            - #{vAsNext|V_{old}} \\right] #{traceNew|z(S)} \
            - #{alpha|\\alpha} \\left[ #{vOld|V(S)} - #{vAsNext|V_{old}} \\right]""");

    private final HyperParameter alpha;
    private final HyperParameter lambda;
    private final Traces z;

    private double alphaUsed;
    private double lambdaUsed;
    private double vOld;
    private double vNext;
    private double vAsNext;
    private double vNew;

    public TdLambda(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        lambda = settings.hyper(ParameterSpec.LAMBDA);
        z = new Traces(model.states(), Traces.kind(settings));
    }

    /// The record of one transition and the updates that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param vNext V(S′), 0 if the episode terminated
    /// @param vAsNext what S was worth when it was the S′ of the step before
    /// @param traceOld z(S) before
    /// @param traceNew z(S) with this visit
    /// @param credits every state with a trace, and what it received
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            boolean started,
            boolean terminated,
            boolean truncated,
            Traces.Kind traces,
            double alpha,
            double gamma,
            double lambda,
            double vOld,
            double vNext,
            double vAsNext,
            double tdError,
            double traceOld,
            double traceNew,
            double vNew,
            List<Credit> credits)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return switch (traces) {
                case ACCUMULATING -> ACCUMULATING;
                case REPLACING -> REPLACING;
                case DUTCH -> DUTCH;
            };
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew", "vAsNext", "traceOld", "traceNew" -> changed();
                case "vNext", "reward" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    /// What one state received by its trace: α δ z, and what it is worth now.
    public record Credit(int state, double trace, double change, double value) {}

    @Override
    public void advance() {
        s = currentState();
        if (started) {
            z.clear();
        }
        a = choose(s);
        takeAction(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();
        lambdaUsed = lambda.value();

        vAsNext = started ? v[s] : vNext;
        vOld    = v[s];
        vNext   = terminated ? 0 : v[sNext];
        tdError = r + gammaUsed * vNext - vOld;
        z.visit(s, gammaUsed * lambdaUsed, alphaUsed);
        for (int i = 0; i < z.count(); i++) {
            v[z.entry(i)] += perTrace() * z.at(z.entry(i));
        }
        if (z.kind() == Traces.Kind.DUTCH) {
            v[s] -= alphaUsed * (vOld - vAsNext);
        }
        vNew    = v[s];
    }

    /// What is added for each unit of trace.
    private double perTrace() {
        return z.kind() == Traces.Kind.DUTCH ? alphaUsed * (tdError + vOld - vAsNext) : alphaUsed * tdError;
    }

    @Override
    public Update event() {
        var credits = new ArrayList<Credit>();
        for (int i = 0; i < z.count(); i++) {
            int state = z.entry(i);
            credits.add(new Credit(state, z.at(state), perTrace() * z.at(state), v[state]));
        }
        return new Update(
                s,
                a,
                r,
                sNext,
                started,
                terminated,
                truncated,
                z.kind(),
                alphaUsed,
                gammaUsed,
                lambdaUsed,
                vOld,
                vNext,
                vAsNext,
                tdError,
                started ? 0 : z.before(),
                z.at(s),
                vNew,
                List.copyOf(credits));
    }

    @Override
    public double[] traces() {
        return z.largestOf(1);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("z", z);
        vNext = state.number("vNext", vNext);
    }
}
