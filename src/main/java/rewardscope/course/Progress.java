package rewardscope.course;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a learner has done so far, exercise by exercise, worked out from their acts in order.
public final class Progress {
    private final Map<Key, Standing> standings = new LinkedHashMap<>();

    /// An exercise of a lesson; as in [Act].
    public record Key(String lesson, String exercise) {}

    /// How it stands with one exercise.
    ///
    /// @param solved whether it was answered right, ever, before the answer was shown
    /// @param shown whether the answer was shown
    /// @param wrongTries before it was solved
    /// @param hints how many were asked for
    /// @param fields what stood in its fields last
    /// @param first when it was first worked on
    /// @param last when it was last worked on
    public record Standing(
            boolean solved, boolean shown, int wrongTries, int hints, Map<String, String> fields, Instant first,
            Instant last) {

        /// Whether there is nothing left to do.
        public boolean over() {
            return solved || shown;
        }

        private Standing after(Act act) {
            boolean right = act.kind() == Act.Kind.RIGHT;
            return new Standing(
                    solved || (right && !shown),
                    shown || act.kind() == Act.Kind.SHOWN,
                    wrongTries + (act.kind() == Act.Kind.WRONG && !solved ? 1 : 0),
                    hints + (act.kind() == Act.Kind.HINT ? 1 : 0),
                    act.kind() == Act.Kind.HINT && act.fields().isEmpty() ? fields : Map.copyOf(act.fields()),
                    first,
                    act.at());
        }
    }

    public Progress() {}

    /// The progress that some acts make, in their order.
    public static Progress of(Collection<Act> acts) {
        var progress = new Progress();
        acts.forEach(progress::add);
        return progress;
    }

    /// Takes one more act into account.
    public void add(Act act) {
        var key = new Key(act.lesson(), act.exercise());
        var before = standings.getOrDefault(
                key, new Standing(false, false, 0, 0, Map.of(), act.at(), act.at()));
        standings.put(key, before.after(act));
    }

    /// How it stands with one exercise; empty if it was never touched.
    public Optional<Standing> standing(String lesson, String exercise) {
        return Optional.ofNullable(standings.get(new Key(lesson, exercise)));
    }

    /// All that were touched, in the order in which they first were.
    public Map<Key, Standing> standings() {
        return Map.copyOf(standings);
    }

    /// How many of a lesson's exercises are solved.
    public int solved(String lesson, Collection<String> exercises) {
        return (int) exercises.stream()
                .filter(id -> standing(lesson, id).filter(Standing::solved).isPresent())
                .count();
    }

    /// How many of a lesson's exercises are over: solved, or their answer shown.
    public int over(String lesson, Collection<String> exercises) {
        return (int) exercises.stream()
                .filter(id -> standing(lesson, id).filter(Standing::over).isPresent())
                .count();
    }

    /// The lessons that were touched, in order.
    public List<String> lessons() {
        return standings.keySet().stream().map(Key::lesson).distinct().toList();
    }
}
