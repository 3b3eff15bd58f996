package rewardscope.sim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.Agent;
import rewardscope.agent.Counted;
import rewardscope.agent.Replays;
import rewardscope.agent.StepEvent;
import rewardscope.env.Plane;
import rewardscope.language.stage.ClosedForm;
import rewardscope.language.stage.LabEvents;

/// What was asked for by [Command.Watch], as far as the agent and its world have it.
///
/// @param offered what there is to ask for
/// @param plane the two numbers of the state that portraits vary, as they lie now
/// @param path where the running episode has been on the world's plane, oldest first: across, then up
/// @param portrait V or the policy over the world's plane
/// @param optima what the latest policy of the language lab is beside what it looks for, by prompt
/// @param calibration of a reward model, as of its last test
/// @param updates the last record of each kind that was not a step in the world, the newest last
/// @param sequence the last records that belong together, from their first: the steps of an episode as they are learned
///     from, the tries of a line search
public record Looks(
        Set<Look> offered,
        Optional<Plane> plane,
        List<double[]> path,
        Optional<Portrait> portrait,
        Optional<PolicyShift> policyShift,
        List<StepEvent> updates,
        List<Counted> sequence,
        Optional<Replays.Contents> replay,
        Optional<TwoNetworks> networks,
        List<ClosedForm> optima,
        List<LabEvents.Calibration> calibration) {

    /// Q of the network and of its slower copy where the episode stands.
    ///
    /// @param distance ‖w − w⁻‖
    public record TwoNetworks(List<String> actions, double[] online, double[] target, double distance) {}

    /// The last record of a kind.
    public <T extends StepEvent> Optional<T> last(Class<T> kind) {
        return updates.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// The records of a kind that belong together.
    public <T extends Counted> List<T> sequence(Class<T> kind) {
        return sequence.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static Looks nothing(Agent agent) {
        return new Looks(
                Look.offeredBy(agent),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
