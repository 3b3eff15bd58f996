package rewardscope.sim;

import static rewardscope.sim.SchemaWords.closed;
import static rewardscope.sim.SchemaWords.defaulted;
import static rewardscope.sim.SchemaWords.described;
import static rewardscope.sim.SchemaWords.keys;
import static rewardscope.sim.SchemaWords.number;
import static rewardscope.sim.SchemaWords.shape;
import static rewardscope.sim.SchemaWords.when;
import static rewardscope.sim.SchemaWords.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.agent.ParameterSpec;
import rewardscope.env.preset.Presets;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// What an experiment may say, as a JSON Schema (2020-12), from which editors complete and underline. It is asked of the
/// readers and the catalogue themselves, so it knows what they know and no more. It is milder than the readers: it does
/// not see what two keys mean together, which `check` does.
public final class ExperimentSchema {
    private ExperimentSchema() {}

    /// The schema as maps, lists and words.
    public static Map<String, Object> tree() {
        var stop = keys(
                "sweeps", whole(0), "steps", whole(0), "episodes", whole(0), "updates", whole(0),
                "return", keys("type", "number"));
        var top = new LinkedHashMap<String, Object>();
        top.put("environment", environment());
        top.put("agent", agent());
        top.put("seed", keys("type", "integer", "default", ExperimentReader.DEFAULT_SEED,
                "description", "The same seed gives the same run, bit for bit"));
        top.put("stop", described(closed(stop), "The first of these that is met ends the run"));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", SchemaWords.DRAFT);
        schema.put("title", "An experiment of Rewardscope");
        schema.putAll(closed(top));
        schema.put("required", List.of("environment", "agent"));
        return schema;
    }

    private static Map<String, Object> environment() {
        var branches = new ArrayList<Object>();
        for (String type : EnvironmentReader.types()) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("type", keys("const", type));
            EnvironmentReader.shapes(type).forEach((key, shape) -> properties.putIfAbsent(key, shape(shape)));
            branches.add(when("type", type, closed(properties)));
        }
        var schema = keys("type", "object");
        schema.put("properties", keys(
                "type", keys("enum", EnvironmentReader.types()), "preset", keys("enum", Presets.names())));
        schema.put("anyOf", List.of(keys("required", List.of("type")), keys("required", List.of("preset"))));
        schema.put("allOf", branches);
        return schema;
    }

    private static Map<String, Object> agent() {
        var branches = new ArrayList<Object>();
        var types = new ArrayList<String>();
        for (var type : Catalogue.all()) {
            types.add(type.name());
            var properties = new LinkedHashMap<String, Object>();
            properties.put("type", keys("const", type.name(), "description", type.title()));
            for (ParameterSpec spec : type.parameters()) {
                properties.put(spec.name(), described(parameter(spec), spec.meaning()));
            }
            branches.add(when("type", type.name(), closed(properties)));
        }
        var schema = keys("type", "object");
        schema.put("properties", keys("type", keys("enum", types)));
        schema.put("required", List.of("type"));
        schema.put("allOf", branches);
        return schema;
    }

    private static Map<String, Object> parameter(ParameterSpec spec) {
        return switch (spec) {
            case ParameterSpec.Hyper hyper -> hyper(hyper);
            case ParameterSpec.Count count -> defaulted(number(count.min(), count.max(), true), count.initial());
            case ParameterSpec.Number number -> defaulted(number(number.min(), number.max(), false), number.initial());
            case ParameterSpec.Flag flag -> defaulted(keys("type", "boolean"), flag.initial());
            case ParameterSpec.Choice choice ->
                defaulted(keys("enum", choice.options()), choice.options().getFirst());
            case ParameterSpec.Counts counts -> defaulted(
                    keys("type", List.of("array", "integer"), "items", number(counts.min(), counts.max(), true)),
                    counts.initial());
            case ParameterSpec.PolicyTable _ -> keys("type", List.of("string", "object"));
            case ParameterSpec.Script _, ParameterSpec.Rows _ -> keys("type", "array", "minItems", 1);
            case ParameterSpec.Scripts _ -> keys("type", "array", "items", keys("type", "array"));
        };
    }

    /// A number, or how it goes with the episodes, as [ScheduleReader] takes it.
    private static Map<String, Object> hyper(ParameterSpec.Hyper hyper) {
        if (hyper.onOff()) {
            return defaulted(
                    keys("anyOf", List.of(keys("type", "boolean"), number(0, 1, false))), hyper.initial() > 0);
        }
        var number = number(hyper.min(), hyper.max(), false);
        var linear = new LinkedHashMap<>(closed(keys("from", number, "to", number, "over", whole(1))));
        linear.put("required", List.of("from", "to", "over"));
        var decay = new LinkedHashMap<>(closed(keys("from", number, "decay", number(0, 1, false))));
        decay.put("required", List.of("from", "decay"));
        return defaulted(
                keys("anyOf", List.of(number, keys("const", "1/episode"), linear, decay)), hyper.initial());
    }

    /// The keys that a reader asks for, found by letting it read.
    static Map<String, Fields.Shape> asked(EnvironmentReader.Kind kind) {
        var shapes = new LinkedHashMap<String, Fields.Shape>();
        for (boolean continuous : new boolean[] {false, true}) {
            var key = new Node.Scalar("continuous", Node.Kind.TEXT, 1, 1);
            var value = new Node.Scalar(Boolean.toString(continuous), Node.Kind.BOOLEAN, 1, 1);
            var mapping = new Node.Mapping(List.of(new Node.Entry(key, value)), 1, 1);
            var fields = new Fields(mapping, "a look at the keys", new Problems(Path.of("")));
            kind.read(fields);
            fields.shapes().forEach((name, shape) ->
                    shapes.merge(name, shape, (a, b) -> a instanceof Fields.Shape.Any ? b : a));
        }
        return shapes;
    }
}
