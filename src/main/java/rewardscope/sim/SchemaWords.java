package rewardscope.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.lesson.Fields;

/// The words of JSON Schema (2020-12) that the schemas here are written in. Keys keep their order, so that a schema is the
/// same text whenever it is written.
final class SchemaWords {
    static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaWords() {}

    /// A mapping in the order of its keys and values: `keys("type", "object", "minProperties", 1)`.
    static Map<String, Object> keys(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, Object> shape(Fields.Shape shape) {
        return switch (shape) {
            case Fields.Shape.Any _ -> keys();
            case Fields.Shape.Text _ -> keys("type", List.of("string", "number", "boolean"));
            case Fields.Shape.Number(double min, double max, boolean whole) -> number(min, max, whole);
            case Fields.Shape.Flag _ -> keys("type", "boolean");
            case Fields.Shape.Choice(var options) -> keys("enum", options);
            case Fields.Shape.Items _ -> keys();
            case Fields.Shape.Keys _ -> keys("type", "object");
        };
    }

    static Map<String, Object> number(double min, double max, boolean whole) {
        var number = new LinkedHashMap<String, Object>();
        number.put("type", whole ? "integer" : "number");
        if (min > -1e9) {
            number.put("minimum", min);
        }
        if (max < 1e9) {
            number.put("maximum", max);
        }
        return number;
    }

    static Map<String, Object> whole(int min) {
        return number(min, Double.POSITIVE_INFINITY, true);
    }

    static Map<String, Object> closed(Map<String, ? extends Object> keys) {
        return keys("type", "object", "properties", keys, "additionalProperties", false);
    }

    /// A branch that holds where a key has a value.
    static Map<String, Object> when(String key, String value, Map<String, Object> then) {
        var is = keys("properties", keys(key, keys("const", value)), "required", List.of(key));
        return keys("if", is, "then", then);
    }

    static Map<String, Object> described(Map<String, Object> schema, String meaning) {
        return with(schema, "description", meaning);
    }

    static Map<String, Object> defaulted(Map<String, Object> schema, Object value) {
        return with(schema, "default", value);
    }

    private static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
        var copy = new LinkedHashMap<String, Object>(schema);
        copy.put(key, value);
        return copy;
    }
}
