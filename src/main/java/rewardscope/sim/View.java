package rewardscope.sim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.EligibilityTraces;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StateValues;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TakesChoices;
import rewardscope.agent.language.LanguageLook;
import rewardscope.agent.language.NextToken;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.language.stage.LabLook;
import rewardscope.language.stage.LanguageLab;

/// One branch of a run at one moment, immutable: everything that panes draw.
///
/// @param label how the branch is called: `A`, `B`, ...
/// @param head the furthest act that this branch has been at
/// @param forkedAt the act at which it left the first branch, −1 for the first
/// @param interventions what people did to it, by act
/// @param event the record of the last act; empty at the very start
/// @param trail the last states visited in this episode, oldest first (finite worlds)
/// @param choices what a person chooses the next action from, by number; empty where nobody is asked
/// @param episodeReturn the return of the running episode so far
/// @param looks what panes asked for besides
public record View(
        String label,
        Counts counts,
        long head,
        long forkedAt,
        SortedMap<Long, List<Intervention>> interventions,
        Optional<StepEvent> event,
        World world,
        Learned learned,
        List<Parameter> parameters,
        List<Curve.Points> curves,
        List<Moment> moments,
        List<Integer> trail,
        List<String> choices,
        double episodeReturn,
        int episodeLength,
        Looks looks) {

    private static final List<String> PARAMETERS = List.of("alpha", "gamma", "epsilon", "lambda", "n", "beta");

    /// Where the agent is.
    public sealed interface World {
        /// @param state the current state
        record Finite(FiniteMdp model, Layout layout, int state) implements World {}

        /// A bandit.
        ///
        /// @param means the true means of the arms now: for the eye, not for learners
        /// @param coins whether rewards are 0 or 1, the mean being the probability of 1
        /// @param std how far other rewards scatter about their mean
        record Arms(double[] means, boolean coins, double std) implements World {}

        /// @param observation what is seen now
        /// @param scene how it lies before the eye
        record Vector(List<String> names, double[] observation, Scene scene) implements World {}

        /// A text, and what its reader makes of it now.
        record Language(LanguageLook look) implements World {}

        /// A model on its way from a corpus to answers that people like.
        record Lab(LabLook look) implements World {}

        /// Anything else.
        record Other(Environment environment) implements World {}
    }

    /// Copies of what the agent has learned, each there only if the agent keeps it.
    ///
    /// @param v by state
    /// @param q by state, then action; NaN for an action that is not available
    /// @param policy π(a|s) by state, then action
    /// @param traces by state
    public record Learned(
            Optional<double[]> v,
            Optional<double[][]> q,
            Optional<double[][]> policy,
            Optional<double[]> traces) {
        /// V(s) or Q(s,a) as the table has it, NaN if it has no such entry.
        double entry(StepEvent.Place place) {
            int s = place.state();
            return place.action() < 0
                    ? v.filter(table -> s < table.length).map(table -> table[s]).orElse(Double.NaN)
                    : q.filter(table -> s < table.length && place.action() < table[s].length)
                            .map(table -> table[s][place.action()])
                            .orElse(Double.NaN);
        }
    }

    /// A hyper-parameter as it stands.
    public record Parameter(ParameterSpec.Hyper spec, double value, String schedule) {}

    /// A place on the timeline worth jumping to.
    public record Moment(Kind kind, long act) {
        public enum Kind {
            EPISODE_END,
            LARGEST_TD_ERROR,
            FORK,
            CHANGE
        }
    }

    /// What it takes to come back to this branch.
    public Way way() {
        return new Way(interventions, forkedAt, head, counts.acts());
    }

    static List<String> choices(Agent agent) {
        return agent instanceof TakesChoices person ? person.choices() : List.of();
    }

    static World world(Agent agent) {
        Environment environment = agent.environment();
        if (agent instanceof NextToken reader) {
            return new World.Language(reader.look());
        }
        if (agent instanceof LanguageLab lab) {
            return new World.Lab(lab.look());
        }
        return switch (environment) {
            case FiniteEnvironment finite ->
                new World.Finite(finite.model(), finite.layout(), finite.state());
            case BanditEnvironment bandit ->
                    new World.Arms(
                            bandit.means(),
                            bandit.spec().rewards() == BanditSpec.Rewards.BERNOULLI,
                            bandit.spec().std());
            case VectorEnvironment vector ->
                    new World.Vector(vector.observationNames(), vector.observation(), vector.scene());
            default -> new World.Other(environment);
        };
    }

    static Learned learned(Agent agent) {
        int states =
                switch (agent.environment()) {
                    case FiniteEnvironment finite -> finite.model().states();
                    case BanditEnvironment _ -> 1;
                    default -> 0;
                };
        return new Learned(
                agent instanceof StateValues values ? Optional.of(values.v().clone()) : Optional.empty(),
                agent instanceof ActionValues values ? Optional.of(copy(values.q())) : Optional.empty(),
                agent instanceof ActionProbabilities chooser && states > 0
                        ? Optional.of(policy(chooser, states))
                        : Optional.empty(),
                agent instanceof EligibilityTraces traces ? Optional.of(traces.traces()) : Optional.empty());
    }

    private static double[][] policy(ActionProbabilities chooser, int states) {
        var policy = new double[states][];
        for (int s = 0; s < states; s++) {
            policy[s] = chooser.policy(s);
        }
        return policy;
    }

    private static double[][] copy(double[][] rows) {
        var copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    static List<Parameter> parameters(Agent agent) {
        return agent.hyperparameters().all().stream()
                .map(View::parameter)
                .sorted(Comparator.comparingInt(p -> rank(p.spec().name())))
                .toList();
    }

    /// One order for all agents, so that a hand finds the slider again; those not named follow in their own order.
    private static int rank(String parameter) {
        int i = PARAMETERS.indexOf(parameter);
        return i < 0 ? PARAMETERS.size() : i;
    }

    private static Parameter parameter(HyperParameter parameter) {
        return new Parameter(
                parameter.spec(), parameter.value(), parameter.schedule().text());
    }
}
