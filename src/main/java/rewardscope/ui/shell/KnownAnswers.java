package rewardscope.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Problems;
import rewardscope.sim.ExperimentAnswers;
import rewardscope.sim.LessonChecker;

/// The right answers of one reading of a lesson. Each is worked out when it is first asked for and only once: a second
/// try at an exercise that trains a model waits for nothing.
final class KnownAnswers {
    private final LessonChecker.Checked lesson;
    private final Map<String, CompletableFuture<Optional<Expected>>> known = new ConcurrentHashMap<>();

    KnownAnswers(LessonChecker.Checked lesson) {
        this.lesson = lesson;
    }

    /// Whether these are the answers of this very reading: a file that was saved again has others.
    boolean isFor(LessonChecker.Checked reading) {
        return lesson == reading;
    }

    CompletableFuture<Optional<Expected>> to(Exercise exercise) {
        return known.computeIfAbsent(
                exercise.id(),
                _ -> CompletableFuture.supplyAsync(() ->
                        ExperimentAnswers.expected(exercise, lesson, new Problems(lesson.lesson().file()))));
    }
}
