package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import rewardscope.lesson.Nearest;
import rewardscope.sim.ResultsReader.Unreadable;

/// The form of a path into results: names behind points, and indices in brackets.
final class ResultsPath {
    private static final List<String> ROOTS = List.of(
            "v", "q", "policy", "episodes", "series", "metrics", "sweeps", "steps", "updates", "seed", "diverged");

    private ResultsPath() {}

    /// Splits a path into its steps; checks its form alone.
    static List<String> parse(String path) throws Unreadable {
        var steps = new ArrayList<String>();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '[') {
                int from = at + 1;
                char quote = from < path.length() ? path.charAt(from) : ' ';
                boolean quoted = quote == '"' || quote == '\'';
                int close = quoted ? path.indexOf(quote + "]", from + 1) : path.indexOf(']', from);
                if (close < 0) {
                    throw new Unreadable("a bracket is not closed in `" + path + "`", "Write `]`");
                }
                steps.add(path.substring(quoted ? from + 1 : from, close).strip());
                at = close + (quoted ? 2 : 1);
            } else {
                int from = c == '.' ? at + 1 : at;
                int end = from;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                if (end == from || (c != '.' && !steps.isEmpty())) {
                    throw new Unreadable("`" + path + "` cannot be read", "Write for example `q[3][down]`");
                }
                steps.add(path.substring(from, end).strip());
                at = end;
            }
        }
        if (steps.isEmpty() || !ROOTS.contains(steps.getFirst())) {
            String root = steps.isEmpty() ? "" : steps.getFirst();
            throw new Unreadable("results have no `" + root + "`", Nearest.cure(root, ROOTS));
        }
        return steps;
    }

    /// The place that an index means among `size` things: from 0, or from the end if it is negative.
    static int index(String written, int size, String what) throws Unreadable {
        if (!written.matches("-?[0-9]{1,9}")) {
            throw new Unreadable("`" + written + "` is not a number of " + what, "Write for example `[0]` or `[-1]`");
        }
        int index = Integer.parseInt(written);
        int place = index < 0 ? size + index : index;
        if (place < 0 || place >= size) {
            throw new Unreadable(
                    "there is no `[" + written + "]`: the run has " + size + " " + what, "They count from 0");
        }
        return place;
    }
}
