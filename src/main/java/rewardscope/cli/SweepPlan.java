package rewardscope.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentOverride;
import rewardscope.sim.JsonResults;

/// Every combination of a sweep's settings, on every seed.
final class SweepPlan {
    private static final int MOST_RUNS = 200_000;
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,15})\\.\\.(-?[0-9]{1,15})");
    private static final Pattern SEED = Pattern.compile("-?[0-9]{1,18}");

    private SweepPlan() {}

    /// One run.
    ///
    /// @param settings what is set in it, by path
    /// @param key tells it from every other run: its experiment, written out
    record Run(Map<String, Object> settings, Experiment experiment, String key) {}

    static List<Run> of(ExperimentInput input, List<String> settings, Optional<String> stop, String seeds) {
        List<Long> wanted = seeds(seeds);
        List<List<ExperimentOverride>> combinations = new ArrayList<>();
        combinations.add(List.of());
        for (String setting : settings) {
            var longer = new ArrayList<List<ExperimentOverride>>();
            for (ExperimentOverride value : values(setting)) {
                for (var combination : combinations) {
                    var extended = new ArrayList<>(combination);
                    extended.add(value);
                    longer.add(extended);
                }
            }
            combinations = longer;
            if ((long) combinations.size() * Math.max(1, wanted.size()) > MOST_RUNS) {
                throw CommandFailure.call("That is more than " + MOST_RUNS + " runs.");
            }
        }
        var runs = new ArrayList<Run>();
        for (var combination : combinations) {
            var overrides = new ArrayList<>(combination);
            stop.ifPresent(each -> overrides.add(ExperimentInput.stop(each)));
            var shown = new LinkedHashMap<String, Object>();
            combination.forEach(each -> shown.put(String.join(".", each.path()), each.value().plain()));
            if (wanted.isEmpty()) {
                runs.add(run(shown, input.read(overrides)));
            }
            for (long seed : wanted) {
                var seeded = new ArrayList<>(overrides);
                seeded.add(ExperimentInput.override("seed=" + seed));
                runs.add(run(shown, input.read(seeded)));
            }
        }
        return runs;
    }

    private static Run run(Map<String, Object> shown, Experiment experiment) {
        return new Run(shown, experiment, key(experiment.source()));
    }

    static String key(Map<String, Object> source) {
        try {
            var key = new StringWriter();
            JsonResults.write(source, key);
            return key.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ExperimentOverride> values(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw CommandFailure.call("`--set " + setting + "` sets nothing. Write `agent.alpha=0.1,0.2`.");
        }
        String key = setting.substring(0, equals);
        return split(setting.substring(equals + 1)).stream()
                .map(value -> ExperimentInput.override(key + "=" + value))
                .toList();
    }

    /// Splits at the commas outside of brackets, braces and quotes.
    static List<String> split(String values) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < values.length(); i++) {
            char c = values.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            } else if (c == ',' && depth == 0 && !quoted) {
                parts.add(values.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(values.substring(from).strip());
        return parts;
    }

    /// `1..30`, `1,2,5`, or nothing for the experiment's own.
    static List<Long> seeds(String written) {
        if (written.isEmpty()) {
            return List.of();
        }
        var seeds = new ArrayList<Long>();
        for (String part : written.split(",", -1)) {
            var range = RANGE.matcher(part.strip());
            if (range.matches()) {
                long first = Long.parseLong(range.group(1));
                long last = Long.parseLong(range.group(2));
                if (last < first || last - first >= MOST_RUNS) {
                    throw CommandFailure.call("`" + part + "` is not a range of seeds. Write for example 1..30.");
                }
                for (long seed = first; seed <= last; seed++) {
                    seeds.add(seed);
                }
            } else if (SEED.matcher(part.strip()).matches()) {
                seeds.add(Long.parseLong(part.strip()));
            } else {
                throw CommandFailure.call("`" + written + "` are not seeds. Write for example 1..30 or 1,2,5.");
            }
        }
        return seeds.stream().distinct().toList();
    }
}
