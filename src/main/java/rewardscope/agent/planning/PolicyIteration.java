package rewardscope.agent.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.math.StateExchange;

/// Policy iteration: evaluates a policy, makes it greedy, and so on until it is its own improvement.
///
/// evaluation: v(s) ← Σ_a π(a|s) Σ_{s′,r} p(s′,r|s,a) [ r + γ v(s′) ], until v changes by less than θ;
/// improvement: π(s) ← argmax_a Σ_{s′,r} p(s′,r|s,a) [ r + γ v(s′) ]
///
/// Sutton & Barto, 2nd edition, section 4.3. One act is the backup, or the improvement, of one state. Actions that tie
/// share the probability, so that a greedy policy does not run in circles where all values are equal. With a small
/// `evaluation-sweeps` it is modified policy iteration.
public final class PolicyIteration extends Planner {
    private static final ParameterSpec.Number THETA = new ParameterSpec.Number(
            "theta", 1e-10, 0, 1e9, "An evaluation ends when no value changes by as much as this");
    private static final ParameterSpec.Count EVALUATION_SWEEPS =
            new ParameterSpec.Count("evaluation-sweeps", 10_000, 1, 1_000_000, "Sweeps of one evaluation at most");

    public static final AgentType TYPE = new AgentType(
            "policy-iteration",
            "Policy iteration",
            Family.PLANNING,
            List.of(
                    ParameterSpec.GAMMA,
                    ParameterSpec.POLICY,
                    ParameterSpec.INITIAL,
                    ParameterSpec.IN_PLACE,
                    THETA,
                    EVALUATION_SWEEPS),
            Needs::model,
            PolicyIteration::new);

    private static final Equation IMPROVEMENT = Equation.of(
            """
            #{best|q_\\pi(s,\\pi'(s))} = \\max #sym{_a} \
            \\left( #each{actionValues||, |#{value|q_\\pi(s,a)}} \\right)""");

    private final double theta;
    private final int evaluationSweeps;
    private final double[][] policy;
    private final int[] states;

    private boolean improving;
    private int sweepsNow;
    private int cursor;
    private boolean unchangedSoFar = true;
    private boolean stable;

    private boolean improved;
    private boolean changed;
    private double[] piUsed;
    private int marks;

    public PolicyIteration(AgentSettings settings) {
        super(settings);
        theta = settings.number(THETA.name());
        evaluationSweeps = settings.count(EVALUATION_SWEEPS.name());
        var given = settings.policy(ParameterSpec.POLICY.name()).probability();
        policy = Arrays.stream(given).map(double[]::clone).toArray(double[][]::new);
        states = IntStream.range(0, model.states())
                .filter(state -> !model.terminal(state))
                .toArray();
        piUsed = policy[states[0]];
    }

    /// The record of the improvement of one state.
    ///
    /// @param state s
    /// @param actionValues q_π(s,a) for every available action
    /// @param best the largest of them
    /// @param greedyActions the actions that attain it
    /// @param policyChanged whether the policy was another before
    public record Improvement(
            int state,
            double gamma,
            List<Backups.ActionValue> actionValues,
            double best,
            List<Integer> greedyActions,
            boolean policyChanged)
            implements StepEvent {
        @Override
        public Equation equation() {
            return IMPROVEMENT;
        }

        @Override
        public Optional<Place> place(String component) {
            return component.equals("best")
                    ? Optional.of(new Place(state, greedyActions.getFirst()))
                    : Optional.empty();
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    @Override
    public void advance() {
        improved = improving;
        if (improving) {
            improve();
        } else {
            evaluate();
        }
    }

    private void evaluate() {
        s = nextState();
        piUsed = policy[s];
        vNew = PolicyEvaluation.backup(model, piUsed, s, gammaUsed, v);
        sweep.write(vNew);
        if (sweep.ended()) {
            sweepsNow++;
            improving = sweep.maxChange() < theta || sweepsNow >= evaluationSweeps;
        }
        marks = sweep.ended() ? Mark.SWEEP : 0;
    }

    private void improve() {
        gammaUsed = gamma.value();
        v = sweep.values();
        s = states[cursor++];
        double[] greedy = Backups.greedyPolicy(Backups.lookAhead(model, gammaUsed, v, s));
        changed = !Arrays.equals(greedy, policy[s]);
        policy[s] = greedy;
        unchangedSoFar &= !changed;
        boolean ended = cursor == states.length;
        if (ended) {
            stable         = unchangedSoFar;
            improving      = false;
            unchangedSoFar = true;
            cursor         = 0;
            sweepsNow      = 0;
            sweep.restart();
        }
        marks = ended ? Mark.UPDATE : 0;
    }

    @Override
    public StepEvent event() {
        if (!improved) {
            return new PolicyEvaluation.Backup(
                    s, gammaUsed, vOld, PolicyEvaluation.choices(model, piUsed, s, gammaUsed, v, vOld), vNew);
        }
        var actionValues = Backups.actionValues(model, s, gammaUsed, v, v[s]);
        double best = actionValues.stream()
                .mapToDouble(Backups.ActionValue::value)
                .max()
                .orElseThrow();
        var greedyActions = IntStream.range(0, model.actions())
                .filter(a -> policy[s][a] > 0)
                .boxed()
                .toList();
        return new Improvement(s, gammaUsed, actionValues, best, greedyActions, changed);
    }

    @Override
    public int marks() {
        return marks;
    }

    /// Whether the last improvement left the policy as it was.
    @Override
    public boolean finished() {
        return stable;
    }

    /// The policy as it stands: in the middle of an improvement, new for the states already improved.
    @Override
    public double[] policy(int state) {
        return policy[state].clone();
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.matrix("policy", policy);
        improving = state.flag("improving", improving);
        sweepsNow = state.integer("sweepsNow", sweepsNow);
        cursor = state.integer("cursor", cursor);
        unchangedSoFar = state.flag("unchangedSoFar", unchangedSoFar);
        stable = state.flag("stable", stable);
    }
}
