package rewardscope.language.feedback;

import java.util.ArrayList;
import java.util.List;
import rewardscope.math.RandomStream;

/// Annotators who share the work, one of them drawn for every label.
public record Crowd(List<Annotator> annotators) {
    private static final List<String> NAMES =
            List.of("ada", "ben", "cleo", "dan", "eve", "finn", "gus", "hana", "ida", "jon");

    public Crowd {
        annotators = List.copyOf(annotators);
        if (annotators.isEmpty()) {
            throw new IllegalArgumentException("a crowd has at least one annotator");
        }
    }

    /// So many annotators of one taste, the last of them malicious.
    ///
    /// @param malicious the share of malicious ones, rounded to whole annotators
    public static Crowd of(int count, Annotator.Taste taste, double noise, double malicious) {
        var annotators = new ArrayList<Annotator>();
        long bad = Math.round(malicious * count);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : String.valueOf(i / NAMES.size() + 1));
            annotators.add(new Annotator(name, taste, noise, i >= count - bad));
        }
        return new Crowd(annotators);
    }

    /// Whether a name is one of those that simulated annotators have, so that no person's label bears it.
    public static boolean simulates(String name) {
        return NAMES.contains(name.replaceFirst("\\d+$", ""));
    }

    public Annotator any(RandomStream random) {
        return annotators.get(random.below(annotators.size()));
    }
}
