package rewardscope.lesson;

import java.util.Map;
import java.util.Set;

/// A right answer whose value is known: written out, or computed by a run.
public sealed interface Expected {
    record Number(double value) implements Expected {}

    /// The right options, by their place from 0.
    record Chosen(Set<Integer> options) implements Expected {}

    /// Any of these words, such as the names of equally good actions.
    record Word(Set<String> words) implements Expected {}

    /// The value by state, then by action (`""` for V).
    record Table(Map<String, Map<String, Double>> values) implements Expected {}

    /// The right actions by state; any of them will do.
    record Policy(Map<String, Set<String>> actions) implements Expected {}
}
