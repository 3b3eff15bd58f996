package rewardscope.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What became of an answer.
///
/// @param right whether all of it is
/// @param parts for tables and policies, by cell: the state's name, or `state action`
public record Verdict(boolean right, Map<String, Boolean> parts) {
    private static Verdict of(boolean right) {
        return new Verdict(right, Map.of());
    }

    private static Verdict of(Map<String, Boolean> parts) {
        return new Verdict(!parts.containsValue(false), Map.copyOf(parts));
    }

    /// Holds a response against the right answer; one of another shape is wrong.
    ///
    /// @param tolerance the largest difference of numbers that still counts as right
    public static Verdict of(Expected expected, Response response, double tolerance) {
        return switch (expected) {
            case Expected.Number(double value) ->
                of(response instanceof Response.Number(double given) && close(value, given, tolerance));
            case Expected.Chosen(var options) ->
                of(response instanceof Response.Chosen(var given) && given.equals(options));
            case Expected.Word(var words) ->
                of(response instanceof Response.Word(String word) && words.contains(word.strip()));
            case Expected.Table(var values) ->
                of(table(values, response instanceof Response.Table(var given) ? given : Map.of(), tolerance));
            case Expected.Policy(var actions) ->
                of(policy(actions, response instanceof Response.Policy(var given) ? given : Map.of()));
        };
    }

    private static Map<String, Boolean> table(
            Map<String, Map<String, Double>> values, Map<String, Map<String, Double>> given, double tolerance) {
        var parts = new LinkedHashMap<String, Boolean>();
        values.forEach((state, row) -> row.forEach((action, value) -> {
            Double answer = given.getOrDefault(state, Map.of()).get(action);
            parts.put(
                    action.isEmpty() ? state : state + " " + action,
                    answer != null && close(value, answer, tolerance));
        }));
        return parts;
    }

    private static Map<String, Boolean> policy(Map<String, Set<String>> right, Map<String, String> given) {
        var parts = new LinkedHashMap<String, Boolean>();
        right.forEach((state, actions) -> parts.put(state, actions.contains(given.getOrDefault(state, ""))));
        return parts;
    }

    /// A hair more than the tolerance, so that 0.1 ± 0.05 takes 0.15 although neither is exact in binary.
    private static boolean close(double expected, double given, double tolerance) {
        return expected == given || Math.abs(expected - given) <= tolerance * (1 + 1e-9) + 1e-12;
    }
}
