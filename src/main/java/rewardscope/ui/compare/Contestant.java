package rewardscope.ui.compare;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.math.RandomStream;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentOverride;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentWriter;
import rewardscope.ui.Signs;

/// An agent that takes part in a comparison.
///
/// @param settings the keys that are set on it, each as it is written behind its key: `0.1`, `1/episode`
record Contestant(AgentType type, Map<String, String> settings) {
    private static final Path UNSAVED = Path.of("comparison.yaml");
    private static final List<Family> ACTING =
            List.of(Family.NO_LEARNING, Family.BANDIT, Family.CONTROL, Family.APPROXIMATION, Family.POLICY_GRADIENT);

    Contestant {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /// The experiment of a contestant in a world, or what is wrong with its settings.
    record Entered(Optional<Experiment> experiment, List<Problem> problems) {}

    /// The agent of an experiment, as it is written there.
    static Contestant of(Experiment experiment) {
        var settings = new LinkedHashMap<String, String>();
        if (experiment.source().get("agent") instanceof Map<?, ?> agent) {
            agent.forEach((key, value) -> settings.put(String.valueOf(key), ExperimentWriter.inline(value)));
        }
        settings.remove("type");
        return new Contestant(experiment.agentType(), settings);
    }

    /// An agent of a type as it usually is, with the discount of an experiment.
    static Contestant usual(AgentType type, Experiment experiment) {
        String gamma = of(experiment).settings().get("gamma");
        return new Contestant(
                type, gamma != null && type.parameter("gamma").isPresent() ? Map.of("gamma", gamma) : Map.of());
    }

    /// Whether an agent of a type does something whose return can be compared: planners never act, and predictors act
    /// as they are told.
    static boolean acts(AgentType type) {
        return ACTING.contains(type.family()) && !type.name().equals("human") && !type.name().equals("scripted");
    }

    /// The types that work in the world of an experiment.
    static List<AgentType> thatWorkIn(Experiment experiment) {
        var world = experiment.environment().create(RandomStream.named(experiment.seed(), "environment"));
        return AgentCatalogue.all().stream()
                .filter(Contestant::acts)
                .filter(type -> type.needs().missingIn(world).isEmpty())
                .toList();
    }

    /// The same with a key set, or as usual if the text is blank.
    Contestant with(String key, String text) {
        var changed = new LinkedHashMap<>(settings);
        if (text.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, text.strip());
        }
        return new Contestant(type, changed);
    }

    /// This agent in the world of an experiment, on its seed.
    Entered in(Experiment world) {
        var source = new LinkedHashMap<String, Object>(world.source());
        source.remove("stop");
        source.put("agent", Map.of("type", type.name()));
        source.put("seed", world.seed());
        var problems = new Problems(UNSAVED);
        List<ExperimentOverride> overrides = settings.entrySet().stream()
                .flatMap(entry -> ExperimentOverride.parse("agent." + entry.getKey(), entry.getValue(), problems).stream())
                .toList();
        if (!problems.isEmpty()) {
            return new Entered(Optional.empty(), problems.sorted());
        }
        var checked = ExperimentReader.read(UNSAVED, ExperimentWriter.yaml(source), overrides);
        return new Entered(checked.experiment().map(found -> found.withCompute(world.compute())), checked.problems());
    }

    /// "α 0.5, γ 0.9": what is set; empty if all is as usual.
    String summary() {
        return settings.entrySet().stream()
                .map(entry -> Signs.orName(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
