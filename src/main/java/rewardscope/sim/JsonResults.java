package rewardscope.sim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import rewardscope.agent.Components;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.env.Layout;

/// Writes results and events as JSON. Keys that do not apply are left out; numbers that are not finite are the strings
/// "NaN", "Infinity" and "-Infinity".
public final class JsonResults {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private JsonResults() {}

    /// Writes the results of one run on one line, without its end.
    public static void write(Results results, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            fields(results, json);
            json.writeEndObject();
        }
    }

    /// Writes one line of a sweep: the combination of settings, then the results but the experiment, which they share.
    public static void write(Map<String, Object> settings, Results results, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeFieldName("set");
            value(settings, json);
            fields(results, json);
            json.writeEndObject();
        }
    }

    /// Writes one event on one line, its components by name.
    public static void write(long act, StepEvent event, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("act", act);
            json.writeStringField("event", event.getClass().getSimpleName());
            if (event instanceof Record components) {
                for (var component : Components.of(components).entrySet()) {
                    json.writeFieldName(component.getKey());
                    value(component.getValue(), json);
                }
            }
            json.writeEndObject();
        }
    }

    /// Writes any tree of maps, lists, numbers and words on one line.
    public static void write(Map<String, Object> tree, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            value(tree, json);
        }
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static void fields(Results results, JsonGenerator json) throws IOException {
        json.writeFieldName("experiment");
        value(results.experiment(), json);
        json.writeNumberField("seed", results.seed());
        json.writeStringField("backend", results.backend());
        Counts counts = results.counts();
        if (counts.sweeps() > 0) {
            json.writeNumberField("sweeps", counts.sweeps());
        }
        json.writeNumberField("steps", counts.steps());
        if (counts.updates() > 0) {
            json.writeNumberField("updates", counts.updates());
        }
        json.writeBooleanField("diverged", results.diverged());
        if (results.stopped().isPresent()) {
            json.writeStringField("stopped", results.stopped().get());
        }
        if (counts.steps() > 0) {
            episodes(results.episodes(), json);
        }
        if (results.layout().isPresent()) {
            learned(results, results.layout().get(), json);
        } else {
            arms(results, json);
        }
        json.writeObjectFieldStart("series");
        for (var series : results.series().entrySet()) {
            json.writeArrayFieldStart(series.getKey());
            for (double point : series.getValue().values()) {
                json.writeNumber(point);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeFieldName("metrics");
        value(results.metrics(), json);
    }

    private static void episodes(List<Results.EpisodeResult> episodes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("episodes");
        for (var episode : episodes) {
            json.writeStartObject();
            json.writeNumberField("return", episode.undiscountedReturn());
            json.writeNumberField("length", episode.length());
            json.writeBooleanField("terminated", episode.terminated());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void learned(Results results, Layout layout, JsonGenerator json) throws IOException {
        var learned = results.learned();
        if (learned.v().isPresent()) {
            values(learned.v().get(), layout, json);
        }
        if (learned.q().isPresent()) {
            byStateAndAction("q", learned.q().get(), layout, results.actions(), json);
        }
        if (learned.policy().isPresent()) {
            byStateAndAction("policy", positive(learned.policy().get()), layout, results.actions(), json);
        }
    }

    /// `v`: rows and columns for a grid, a list for a track, by name for a graph.
    private static void values(double[] v, Layout layout, JsonGenerator json) throws IOException {
        switch (layout) {
            case Layout.Grid grid -> {
                json.writeArrayFieldStart("v");
                for (int[] row : grid.stateAt()) {
                    json.writeStartArray();
                    for (int state : row) {
                        if (state < 0) {
                            json.writeNull();
                        } else {
                            json.writeNumber(v[state]);
                        }
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            case Layout.Track _ -> {
                json.writeArrayFieldStart("v");
                for (double value : v) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
            }
            case Layout.Graph graph -> {
                json.writeObjectFieldStart("v");
                for (int s = 0; s < v.length; s++) {
                    json.writeNumberField(graph.stateName(s), v[s]);
                }
                json.writeEndObject();
            }
        }
    }

    private static double[][] positive(double[][] policy) {
        var positive = new double[policy.length][];
        for (int s = 0; s < policy.length; s++) {
            positive[s] = policy[s].clone();
            for (int a = 0; a < positive[s].length; a++) {
                if (positive[s][a] == 0) {
                    positive[s][a] = Double.NaN;
                }
            }
        }
        return positive;
    }

    /// Entries that are NaN stand for actions that are not there.
    private static void byStateAndAction(
            String key, double[][] table, Layout layout, List<String> actions, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(key);
        for (int s = 0; s < table.length; s++) {
            boolean any = false;
            for (int a = 0; a < table[s].length; a++) {
                if (Double.isNaN(table[s][a])) {
                    continue;
                }
                if (!any) {
                    json.writeObjectFieldStart(layout.stateName(s));
                    any = true;
                }
                json.writeNumberField(actions.get(a), table[s][a]);
            }
            if (any) {
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    /// A bandit has one situation, `0`.
    private static void arms(Results results, JsonGenerator json) throws IOException {
        row("q", results.learned().q(), results.actions(), json);
        row("policy", results.learned().policy().map(JsonResults::positive), results.actions(), json);
    }

    private static void row(String key, Optional<double[][]> table, List<String> actions, JsonGenerator json)
            throws IOException {
        if (table.isEmpty() || table.get().length != 1 || table.get()[0].length != actions.size()) {
            return;
        }
        json.writeObjectFieldStart(key);
        json.writeObjectFieldStart("0");
        for (int a = 0; a < actions.size(); a++) {
            if (!Double.isNaN(table.get()[0][a])) {
                json.writeNumberField(actions.get(a), table.get()[0][a]);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer n -> json.writeNumber(n);
            case Long n -> json.writeNumber(n);
            case Float x -> json.writeNumber(x);
            case Double x -> json.writeNumber(x);
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (var entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    value(entry.getValue(), json);
                }
                json.writeEndObject();
            }
            case Collection<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    value(item, json);
                }
                json.writeEndArray();
            }
            case Optional<?> optional -> value(optional.orElse(null), json);
            case OptionalDouble optional -> value(optional.isPresent() ? optional.getAsDouble() : null, json);
            case OptionalLong optional -> value(optional.isPresent() ? optional.getAsLong() : null, json);
            case double[] numbers -> {
                json.writeStartArray();
                for (double x : numbers) {
                    json.writeNumber(x);
                }
                json.writeEndArray();
            }
            case float[] numbers -> {
                json.writeStartArray();
                for (float x : numbers) {
                    json.writeNumber(x);
                }
                json.writeEndArray();
            }
            case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
            case boolean[] flags -> {
                json.writeStartArray();
                for (boolean flag : flags) {
                    json.writeBoolean(flag);
                }
                json.writeEndArray();
            }
            case Object[] items -> value(List.of(items), json);
            case Equation equation -> json.writeString(equation.latex());
            case Record components -> value(Components.of(components), json);
            default -> json.writeString(String.valueOf(value));
        }
    }
}
