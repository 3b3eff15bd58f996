package rewardscope.ui.lesson;

import java.util.HashMap;
import java.util.Map;
import rewardscope.course.Progress;

/// What a learner has written into an exercise and how far they came, kept when the lesson is loaded again.
final class Memory {
    /// By field: a number's digits, an option's tick, a state's arrow.
    final Map<String, String> fields = new HashMap<>();

    int hintsShown;
    int wrongTries;
    boolean solved;

    /// Whether the answer was shown, or revealed by a run.
    boolean shown;

    /// Whether all of this was done on another day: nothing has been answered since the lesson was opened.
    boolean restored;

    static Memory of(Progress.Standing before) {
        var memory = new Memory();
        memory.fields.putAll(before.fields());
        memory.hintsShown = before.hints();
        memory.wrongTries = before.wrongTries();
        memory.solved = before.solved();
        memory.shown = before.shown();
        memory.restored = true;
        return memory;
    }

    String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
