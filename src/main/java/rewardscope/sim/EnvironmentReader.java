package rewardscope.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.control.ControlSpec;
import rewardscope.env.preset.Presets;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

/// Reads an environment: its type and keys, or the name of a preset with the keys to change in it.
final class EnvironmentReader {
    /// Reads the keys of one type, all but `type` itself.
    interface Kind {
        EnvironmentSpec read(Fields fields);
    }

    private static final Map<String, Kind> KINDS = kinds();

    private final Problems problems;

    private EnvironmentReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, Kind> kinds() {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put("gridworld", fields -> GridReader.read(fields, false));
        kinds.put("maze", fields -> GridReader.read(fields, true));
        kinds.put("linear-track", TrackReader::read);
        kinds.put("mdp", MdpReader::read);
        kinds.put("bandit", BanditReader::read);
        kinds.put("language", LanguageReader::read);
        for (var world : ControlSpec.World.values()) {
            kinds.put(world.type(), fields -> ControlReader.read(fields, world));
        }
        return Collections.unmodifiableMap(kinds);
    }

    /// The types that there are.
    static List<String> types() {
        return List.copyOf(KINDS.keySet());
    }

    /// The keys of a type, all but `type` itself, and what each has to be.
    static Map<String, Fields.Shape> shapes(String type) {
        return ExperimentSchema.asked(KINDS.get(type));
    }

    /// Empty if anything is wrong with it.
    static Optional<EnvironmentSpec> read(Node node, Problems problems) {
        return new EnvironmentReader(problems).read(node);
    }

    private Optional<EnvironmentSpec> read(Node node) {
        int before = problems.count();
        var fields = Fields.of(node, "the environment", problems);
        var mapping = fields.flatMap(this::withPreset);
        if (mapping.isEmpty() || problems.count() > before) {
            return Optional.empty();
        }
        var type = new Fields(mapping.get(), "the environment", problems)
                .required("type", "Write one of " + Nearest.listed(KINDS.keySet()) + ", or `preset: name`");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String name = type.get() instanceof Node.Scalar scalar ? scalar.text() : "";
        Kind kind = KINDS.get(name);
        if (kind == null) {
            problems.at(
                    type.get(),
                    "there is no environment " + (name.isEmpty() ? "of that kind" : "`" + name + "`"),
                    Presets.names().contains(name)
                            ? "It is a preset: write `preset: " + name + "`"
                            : Nearest.cure(name, KINDS.keySet()));
            return Optional.empty();
        }
        return checked(kind, mapping.get(), name, before);
    }

    private Optional<EnvironmentSpec> checked(Kind kind, Node.Mapping mapping, String name, int before) {
        var keys = new Fields(mapping, "the environment `" + name + "`", problems);
        keys.any("type");
        EnvironmentSpec spec = kind.read(keys);
        keys.finish();
        // Not those about a key that is missing or could not be read: they would be about a stand-in for it.
        var unread = EnvironmentFaults.keysWith(problems.since(before), mapping);
        for (var fault : spec.faults()) {
            String key = fault.path().isEmpty() ? "type" : fault.path().getFirst();
            if (mapping.get(key).isPresent() && !unread.contains(key)) {
                EnvironmentFaults.report(fault, mapping, problems);
            }
        }
        if (problems.count() == before) {
            EnvironmentFaults.unreachable(spec, mapping, problems);
        }
        return problems.count() == before ? Optional.of(spec) : Optional.empty();
    }

    /// The preset's keys, and the author's over them.
    private Optional<Node.Mapping> withPreset(Fields fields) {
        var preset = fields.any("preset");
        if (preset.isEmpty()) {
            return Optional.of(fields.mapping());
        }
        String name = preset.get() instanceof Node.Scalar scalar ? scalar.text() : "";
        var yaml = Presets.yaml(name);
        if (yaml.isEmpty()) {
            problems.at(
                    preset.get(),
                    "there is no preset " + (name.isEmpty() ? "of that kind" : "`" + name + "`"),
                    Nearest.cure(name, Presets.names()));
            return Optional.empty();
        }
        var base = YamlReader.read(yaml.get(), problems)
                .map(node -> node.movedTo(preset.get().line(), preset.get().column()));
        return base.map(node -> over((Node.Mapping) node, fields.mapping().without("preset")));
    }

    private static Node.Mapping over(Node.Mapping base, Node.Mapping changes) {
        Node.Mapping merged = new Node.Mapping(new ArrayList<>(base.entries()), changes.line(), changes.column());
        for (Node.Entry entry : changes.entries()) {
            var old = merged.get(entry.key().text());
            boolean both = old.isPresent()
                    && old.get() instanceof Node.Mapping
                    && entry.value() instanceof Node.Mapping;
            merged = merged.with(
                    entry.key(),
                    both ? over((Node.Mapping) old.get(), (Node.Mapping) entry.value()) : entry.value());
        }
        return merged;
    }
}
