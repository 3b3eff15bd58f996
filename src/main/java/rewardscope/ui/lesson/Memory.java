package rewardscope.ui.lesson;

import java.util.HashMap;
import java.util.Map;

/// What a learner has written into an exercise and how far they came, kept when the lesson is loaded again.
final class Memory {
    /// By field: a number's digits, an option's tick, a state's arrow.
    final Map<String, String> fields = new HashMap<>();

    int hintsShown;
    int wrongTries;
    boolean solved;

    String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
