package rewardscope.sim;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import rewardscope.env.Layout;
import rewardscope.lesson.Nearest;

/// Reads one thing from results by a path that looks like their JSON: `v[3]`, `v[0][2]`, `q["0,0"][up]`, `policy[3]`,
/// `episodes[-1].length`, `series.td-error[0]`, `metrics.mean-return`, `steps`. Indices count from 0; negative ones from
/// the end. A whole series, or a stretch of it, becomes one number: `series.reward.mean`, `series.reward[-100:].max`.
public final class ResultsReader {
    private final Results results;
    private final List<String> path;

    private ResultsReader(Results results, List<String> path) {
        this.results = results;
        this.path = path;
    }

    /// What a path leads to.
    public sealed interface Value {
        record Number(double value) implements Value {}

        /// One of several words, each as good as the others.
        record Words(Set<String> words) implements Value {}

        /// Numbers by state, then by action (`""` for V).
        record Table(Map<String, Map<String, Double>> values) implements Value {}

        /// The best actions by state.
        record Policy(Map<String, Set<String>> actions) implements Value {}
    }

    /// Why a path leads nowhere.
    public static final class Unreadable extends Exception {
        private final String cure;

        Unreadable(String message, String cure) {
            super(message);
            this.cure = cure;
        }

        public String message() {
            return String.valueOf(getMessage());
        }

        public String cure() {
            return cure;
        }
    }

    public static Value read(String path, Results results) throws Unreadable {
        return new ResultsReader(results, ResultsPath.parse(path)).read();
    }

    private Value read() throws Unreadable {
        return switch (path.getFirst()) {
            case "v" -> v();
            case "q" -> q();
            case "policy" -> policy();
            case "episodes" -> episodes();
            case "series" -> series();
            case "metrics" -> number(metric(), 2);
            case "sweeps" -> number(results.counts().sweeps(), 1);
            case "steps" -> number(results.counts().steps(), 1);
            case "updates" -> number(results.counts().updates(), 1);
            case "seed" -> number(results.seed(), 1);
            default -> new Value.Words(Set.of(Boolean.toString(results.diverged())));
        };
    }

    private Value number(double value, int steps) throws Unreadable {
        end(steps);
        return new Value.Number(value);
    }

    private void end(int steps) throws Unreadable {
        if (path.size() > steps) {
            throw new Unreadable("`" + path.get(steps) + "` leads nowhere: this is a single value already", "");
        }
    }

    private Layout layout() throws Unreadable {
        return results.layout()
                .orElseThrow(() -> new Unreadable("this world has no numbered states", "Read `episodes` or `metrics`"));
    }

    /// The state that the next one or two steps name, and how many steps it took.
    private record Place(int state, int steps) {}

    private Place place(Layout layout) throws Unreadable {
        String name = path.get(1);
        if (layout instanceof Layout.Grid grid && name.matches("[0-9]{1,5}")) {
            if (path.size() < 3 || !path.get(2).matches("[0-9]{1,5}")) {
                throw new Unreadable("a cell has a row and a column, and this is `" + name + "` alone",
                        "Write `[row][column]` or `[row,column]`");
            }
            return new Place(state(grid, name + "," + path.get(2)), 2);
        }
        return new Place(state(layout, name), 1);
    }

    private static int state(Layout layout, String name) throws Unreadable {
        OptionalInt state = layout.stateNamed(name);
        if (state.isEmpty()) {
            var names = IntStream.range(0, layout.states()).mapToObj(layout::stateName).toList();
            throw new Unreadable(
                    "there is no state `" + name + "`",
                    layout instanceof Layout.Graph
                            ? Nearest.cure(name, names)
                            : "The first one is `" + names.getFirst() + "`, the last one `" + names.getLast() + "`");
        }
        return state.getAsInt();
    }

    private int action(int state, String name) throws Unreadable {
        int a = results.actions().indexOf(name);
        if (a < 0) {
            throw new Unreadable("there is no action `" + name + "`", Nearest.cure(name, results.actions()));
        }
        return a;
    }

    private Value v() throws Unreadable {
        double[] v = results.learned().v().orElseThrow(() -> new Unreadable(
                "this agent keeps no V", results.learned().q().isPresent() ? "Read `q`" : ""));
        Layout layout = layout();
        if (path.size() == 1) {
            var table = new LinkedHashMap<String, Map<String, Double>>();
            for (int s = 0; s < v.length; s++) {
                table.put(layout.stateName(s), Map.of("", v[s]));
            }
            return new Value.Table(table);
        }
        Place place = place(layout);
        return number(v[place.state()], 1 + place.steps());
    }

    private Value q() throws Unreadable {
        double[][] q = results.learned().q().orElseThrow(() -> new Unreadable(
                "this agent keeps no Q", results.learned().v().isPresent() ? "Read `v`" : ""));
        if (results.layout().isEmpty() && path.size() > 1) { // a bandit: one situation
            int at = path.size() - 1;
            return number(q[0][action(0, path.get(at))], at + 1);
        }
        Layout layout = layout();
        if (path.size() == 1) {
            var table = new LinkedHashMap<String, Map<String, Double>>();
            for (int s = 0; s < q.length; s++) {
                table.put(layout.stateName(s), row(q[s]));
            }
            return new Value.Table(table);
        }
        Place place = place(layout);
        int next = 1 + place.steps();
        if (path.size() == next) {
            return new Value.Table(Map.of(layout.stateName(place.state()), row(q[place.state()])));
        }
        double value = q[place.state()][action(place.state(), path.get(next))];
        if (Double.isNaN(value)) {
            throw new Unreadable(
                    "the action `" + path.get(next) + "` cannot be taken in state "
                            + layout.stateName(place.state()),
                    "");
        }
        return number(value, next + 1);
    }

    private Map<String, Double> row(double[] row) {
        var byAction = new LinkedHashMap<String, Double>();
        for (int a = 0; a < row.length; a++) {
            if (!Double.isNaN(row[a])) {
                byAction.put(results.actions().get(a), row[a]);
            }
        }
        return byAction;
    }

    private Value policy() throws Unreadable {
        double[][] policy =
                results.learned().policy().orElseThrow(() -> new Unreadable("this agent has no policy to read", ""));
        Layout layout = layout();
        if (path.size() == 1) {
            var byState = new LinkedHashMap<String, Set<String>>();
            for (int s = 0; s < policy.length; s++) {
                var best = results.likeliestActions(s);
                if (!best.isEmpty()) {
                    byState.put(layout.stateName(s), new LinkedHashSet<>(best));
                }
            }
            return new Value.Policy(byState);
        }
        Place place = place(layout);
        int next = 1 + place.steps();
        if (path.size() > next) {
            return number(policy[place.state()][action(place.state(), path.get(next))], next + 1);
        }
        var best = results.likeliestActions(place.state());
        if (best.isEmpty()) {
            throw new Unreadable("state " + layout.stateName(place.state()) + " is terminal: no action is taken", "");
        }
        return new Value.Words(new LinkedHashSet<>(best));
    }

    private Value episodes() throws Unreadable {
        if (path.size() == 1) {
            return new Value.Number(results.episodes().size());
        }
        int index = ResultsPath.index(path.get(1), results.episodes().size(), "episodes");
        var episode = results.episodes().get(index);
        String field = path.size() > 2 ? path.get(2) : "";
        return switch (field) {
            case "return" -> number(episode.undiscountedReturn(), 3);
            case "length" -> number(episode.length(), 3);
            case "terminated" -> {
                end(3);
                yield new Value.Words(Set.of(Boolean.toString(episode.terminated())));
            }
            default -> throw new Unreadable(
                    "an episode has no `" + field + "`",
                    Nearest.cure(field, List.of("return", "length", "terminated")));
        };
    }

    private Value series() throws Unreadable {
        String name = path.size() > 1 ? path.get(1) : "";
        var points = Optional.ofNullable(results.series().get(name));
        if (points.isEmpty()) {
            throw new Unreadable(
                    "there is no series `" + name + "`",
                    Nearest.cure(name, results.series().keySet()));
        }
        var read = SeriesReader.read(path, points.get().values());
        return number(read.value(), read.steps());
    }

    private double metric() throws Unreadable {
        String name = path.size() > 1 ? path.get(1) : "";
        Double value = results.metrics().get(name);
        if (value == null) {
            throw new Unreadable(
                    "there is no metric `" + name + "`",
                    Nearest.cure(name, results.metrics().keySet()));
        }
        return value;
    }
}
