package rewardscope.sim.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentWriter;

/// What agents are called beside each other: by their type, and by the settings that tell two of one type apart.
final class AgentNames {
    private AgentNames() {}

    static List<String> of(List<Experiment> experiments) {
        var names = new ArrayList<String>();
        for (Experiment each : experiments) {
            List<Experiment> family = experiments.stream()
                    .filter(other -> other.agentType() == each.agentType())
                    .toList();
            names.add(family.size() == 1 ? each.agentType().name() : each.agentType().name() + differing(each, family));
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> Collections.frequency(names, names.get(i)) > 1
                        ? names.get(i) + " (" + (i + 1) + ")"
                        : names.get(i))
                .toList();
    }

    /// " alpha 0.5": the settings in which an agent differs from others of its type.
    private static String differing(Experiment each, List<Experiment> family) {
        var keys = new LinkedHashSet<String>();
        family.forEach(other -> keys.addAll(settings(other).keySet()));
        var text = new StringBuilder();
        for (String key : keys) {
            Set<Object> values = new LinkedHashSet<>();
            family.forEach(other -> values.add(Objects.requireNonNullElse(settings(other).get(key), "")));
            if (values.size() > 1) {
                Object value = settings(each).get(key);
                text.append(text.isEmpty() ? " " : ", ")
                        .append(key)
                        .append(value == null ? " as usual" : " " + ExperimentWriter.inline(value));
            }
        }
        return text.toString();
    }

    /// The keys that are set on an agent, as they were written.
    private static Map<String, Object> settings(Experiment experiment) {
        var settings = new LinkedHashMap<String, Object>();
        if (experiment.source().get("agent") instanceof Map<?, ?> agent) {
            agent.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        settings.remove("type");
        return settings;
    }
}
