package rewardscope.sim;

import static rewardscope.sim.SchemaWords.closed;
import static rewardscope.sim.SchemaWords.keys;
import static rewardscope.sim.SchemaWords.shape;
import static rewardscope.sim.SchemaWords.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.lesson.Fields;
import rewardscope.lesson.LessonKeys;

/// What the front matter and the exercises of a lesson may say, as JSON Schemas (2020-12).
public final class LessonSchema {
    private LessonSchema() {}

    /// What stands between the two `---` at the top.
    public static Map<String, Object> frontMatter() {
        var schema = keys("$schema", SchemaWords.DRAFT, "title", "The front matter of a lesson of Rewardscope");
        schema.putAll(closed(properties(LessonKeys.frontMatter())));
        schema.put("required", List.of("title", "unit"));
        return schema;
    }

    /// What stands in an `exercise` block.
    public static Map<String, Object> exercise() {
        var branches = new ArrayList<Object>();
        LessonKeys.exercises().forEach((kind, shapes) -> {
            var properties = properties(shapes);
            properties.put("kind", keys("const", kind));
            branches.add(when("kind", kind, closed(properties)));
        });
        return keys(
                "$schema", SchemaWords.DRAFT,
                "title", "An exercise of Rewardscope",
                "type", "object",
                "properties", keys("kind", keys("enum", List.copyOf(LessonKeys.exercises().keySet()))),
                "required", List.of("kind", "prompt"),
                "allOf", branches);
    }

    private static Map<String, Object> properties(Map<String, Fields.Shape> shapes) {
        var properties = new LinkedHashMap<String, Object>();
        shapes.forEach((key, shape) -> properties.put(key, shape(shape)));
        return properties;
    }
}
