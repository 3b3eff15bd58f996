package rewardscope.agent.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TabularPolicy;
import rewardscope.math.StateExchange;

/// The exact values of a policy, from its Bellman equations solved as the linear system that they are.
///
/// v = r_π + γ P_π v, so v = (I − γ P_π)⁻¹ r_π
///
/// Sutton & Barto, 2nd edition, section 4.1 (the note after equation 4.4). The first act solves the system; each act
/// then fills in one state and shows its equation; a sweep has them all.
public final class Exact extends Planner {
    public static final AgentType TYPE = new AgentType(
            "exact",
            "Exact solution",
            Family.PLANNING,
            List.of(ParameterSpec.GAMMA, ParameterSpec.POLICY),
            Needs::model,
            Exact::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{v|v_\\pi(s)} = #{expectedReward|r_\\pi(s)} + #{gamma|\\gamma} \
            #each{successors|\\sum_{s'}| + |#{probability|p_\\pi(s'\\mid s)} \\cdot #{vNext|v_\\pi(s')}}""");

    private final PolicySystem system;
    private final double[] solution;
    private double solvedFor = Double.NaN;

    public Exact(AgentSettings settings) {
        super(settings, 0, true);
        TabularPolicy policy = settings.policy(ParameterSpec.POLICY.name());
        system = new PolicySystem(model, environment.layout(), policy);
        solution = new double[model.states()];
    }

    /// A state that can follow, with the episode going on.
    public record Successor(int nextState, double probability, double vNext) {}

    /// The record of one row of the solved system.
    ///
    /// @param state s
    /// @param expectedReward r_π(s)
    /// @param successors where the policy leads from there
    public record Row(int state, double expectedReward, double gamma, List<Successor> successors, double v)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return component.equals("v") ? changed() : Optional.empty();
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    @Override
    public void advance() {
        if (solvedFor != gamma.value()) {
            solvedFor = gamma.value();
            system.solve(solvedFor, solution);
            sweep.restart();
        }
        s = nextState();
        vNew = solution[s];
        sweep.write(vNew);
    }

    @Override
    public Row event() {
        var successors = new ArrayList<Successor>();
        system.row(s).forEach((next, p) -> successors.add(new Successor(next, p, solution[next])));
        return new Row(s, system.expectedReward(s), gammaUsed, List.copyOf(successors), solution[s]);
    }

    /// Whether every state has been filled in.
    @Override
    public boolean finished() {
        return sweep.sweeps() > 0;
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.numbers("solution", solution);
        solvedFor = state.number("solvedFor", solvedFor);
    }
}
