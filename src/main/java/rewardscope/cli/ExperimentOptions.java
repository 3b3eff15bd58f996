package rewardscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.sim.Experiment;

/// What `run` and `sweep` have in common: the experiment and the keys to set in it.
final class ExperimentOptions {
    @Parameters(
            paramLabel = "EXPERIMENT",
            arity = "0..1",
            description = "a .yaml file, LESSON.md#simulation-id, a shared run as text or file, or - for standard input")
    private @Nullable String experiment;

    @Option(
            names = "--set",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description = "keys of the experiment to set, such as agent.alpha=0.5 or environment.noise=0.2")
    private List<String> set = new ArrayList<>();

    @Option(names = "--stop", paramLabel = "COUNT=N", description = "when to stop, such as episodes=2")
    private @Nullable String stop;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "what language models compute on, and the batches of DQN, TRPO and PPO, as `devices` names"
                    + " it; the processor by default")
    private @Nullable String device;

    /// Says so if the device that was asked for makes no difference.
    void explainDevice(Experiment experiment, Surroundings around) {
        AgentType type = experiment.agentType();
        if (device == null || type.family() == Family.LANGUAGE) {
            return;
        }
        if (!type.anyDevice()) {
            around.say("Note: " + type.name() + " computes on the processor, in float64, whatever the device: it puts"
                    + " no batches through a network. `--device` moves language models, and the batches of DQN, TRPO"
                    + " and PPO.");
        } else if (!experiment.compute().elsewhere()) {
            around.say("Note: " + type.name() + " computes in float64 on the processor, which " + device
                    + " is too. `--device` moves its batches to a device of a plugin.");
        }
    }

    /// The experiment on the device that was asked for.
    Experiment place(Experiment experiment, Surroundings around) {
        return device == null ? experiment : experiment.withCompute(around.device(device));
    }

    /// The experiment; it may have been taken for one more value of `--set` that came before it.
    String experiment() {
        if (experiment != null) {
            return experiment;
        }
        return set.stream()
                .filter(each -> !each.contains("="))
                .findFirst()
                .orElseThrow(() -> CommandFailure.call("Say which experiment: a .yaml file, LESSON.md#name, or -."));
    }

    List<String> settings() {
        if (experiment != null) {
            return List.copyOf(set);
        }
        String name = experiment();
        return set.stream().filter(each -> !each.equals(name)).toList();
    }

    Optional<String> stop() {
        return Optional.ofNullable(stop);
    }
}
