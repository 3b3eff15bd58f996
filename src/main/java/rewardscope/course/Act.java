package rewardscope.course;

import java.time.Instant;
import java.util.Map;

/// Something that a learner did with an exercise.
///
/// @param at when
/// @param lesson its file below the folder of lessons, with `/` between folders: `04-td/the-rat.md`
/// @param exercise its id in the lesson
/// @param kind what was done
/// @param fields what stood in its fields at that moment, by field; a number's digits, an option's tick
public record Act(Instant at, String lesson, String exercise, Kind kind, Map<String, String> fields) {
    /// What can be done with an exercise.
    public enum Kind {
        /// Answered, and it was right.
        RIGHT,
        /// Answered, and it was wrong.
        WRONG,
        /// Asked for the next hint.
        HINT,
        /// Had the answer shown.
        SHOWN,
        /// Wrote an answer down that nobody has judged yet.
        WRITTEN
    }
}
