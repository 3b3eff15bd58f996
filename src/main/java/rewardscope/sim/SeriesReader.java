package rewardscope.sim;

import java.util.Arrays;
import java.util.List;
import rewardscope.sim.ResultsReader.Unreadable;

/// Reads one number from a series: a value, or what a stretch of them comes to.
final class SeriesReader {
    private static final List<String> SUMMARIES = List.of("mean", "variance", "mean-square", "min", "max");

    private SeriesReader() {}

    /// @param value what was read
    /// @param steps how many steps of the path it took
    record Read(double value, int steps) {}

    /// @param path `series`, its name, and what is wanted of it; its last value if nothing is said
    static Read read(List<String> path, double[] values) throws Unreadable {
        String at = path.size() > 2 ? path.get(2) : "-1";
        if (SUMMARIES.contains(at)) {
            return new Read(summary(at, values), 3);
        }
        if (at.contains(":")) {
            String summary = path.size() > 3 ? path.get(3) : "";
            if (!SUMMARIES.contains(summary)) {
                throw new Unreadable(
                        "a stretch of a series is many numbers, and one is wanted",
                        "Write for example `series." + path.get(1) + "[-100:].mean`");
            }
            return new Read(summary(summary, stretch(at, values)), 4);
        }
        return new Read(values[ResultsPath.index(at, values.length, "values")], 3);
    }

    /// The values from one place to before another; a place that is left out is the end of the series.
    private static double[] stretch(String written, double[] values) throws Unreadable {
        String[] ends = written.split(":", -1);
        int from = ends.length == 2 ? end(ends[0], 0, values.length) : 0;
        int to = ends.length == 2 ? end(ends[1], values.length, values.length) : 0;
        if (from >= to) {
            throw new Unreadable(
                    "`[" + written + "]` is empty: the series has " + values.length + " values",
                    "Write for example `[-100:]` or `[0:50]`");
        }
        return Arrays.copyOfRange(values, from, to);
    }

    private static int end(String written, int otherwise, int size) throws Unreadable {
        if (written.isBlank()) {
            return otherwise;
        }
        if (!written.strip().matches("-?[0-9]{1,9}")) {
            throw new Unreadable("`" + written + "` is not a number of values", "Write for example `[-100:]`");
        }
        int place = Integer.parseInt(written.strip());
        return Math.clamp(place < 0 ? size + place : place, 0, size);
    }

    private static double summary(String name, double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return switch (name) {
            case "mean" -> mean;
            case "variance" ->
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN);
            case "mean-square" -> Arrays.stream(values).map(x -> x * x).average().orElse(Double.NaN);
            case "min" -> Arrays.stream(values).min().orElse(Double.NaN);
            default -> Arrays.stream(values).max().orElse(Double.NaN);
        };
    }
}
