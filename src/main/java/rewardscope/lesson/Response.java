package rewardscope.lesson;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// What the learner answered.
public sealed interface Response {
    record Number(double value) implements Response {}

    /// The options that were ticked, by their place from 0.
    record Chosen(Set<Integer> options) implements Response {}

    record Word(String word) implements Response {}

    /// The numbers that were filled in, by state, then by action (`""` for V).
    record Table(Map<String, Map<String, Double>> values) implements Response {}

    /// The arrow of each state.
    record Policy(Map<String, String> actions) implements Response {}

    /// A number as people write it: with a point or a comma, in the digits of any script, or as a fraction such as `-1/3`.
    static OptionalDouble number(String written) {
        String text = Numerals.plain(written);
        if (NumberPattern.FRACTION.matcher(text).matches()) {
            int slash = text.indexOf('/');
            double below = Double.parseDouble(text.substring(slash + 1));
            return below == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.substring(0, slash)) / below);
        }
        return NumberPattern.DECIMAL.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /// How numbers may be written.
    final class NumberPattern {
        private static final String DIGITS = "([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})";
        private static final Pattern DECIMAL = Pattern.compile("[-+]?" + DIGITS + "([eE][-+]?[0-9]{1,3})?");
        private static final Pattern FRACTION = Pattern.compile("[-+]?" + DIGITS + "\\s*/\\s*" + DIGITS);

        private NumberPattern() {}
    }
}
