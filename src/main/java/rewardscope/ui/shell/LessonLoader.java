package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Problem;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;

/// Reads a lesson and the experiments in it. Takes as long as it takes: never call it on the JavaFX thread.
final class LessonLoader {
    private LessonLoader() {}

    /// A lesson as it was read.
    ///
    /// @param experiments by simulation id; only those without mistakes
    /// @param problems everything that is wrong; a lesson with any is not opened
    record Loaded(Lesson lesson, Map<String, Experiment> experiments, List<Problem> problems) {}

    static Loaded load(Path file) {
        Lesson.Parsed parsed = LessonReader.read(file);
        var problems = new ArrayList<>(parsed.problems());
        var experiments = new LinkedHashMap<String, Experiment>();
        parsed.lesson().simulations().forEach((id, text) -> {
            var checked = ExperimentReader.read(file, text.experiment(), List.of());
            problems.addAll(checked.problems());
            checked.experiment().ifPresent(experiment -> experiments.put(id, experiment));
        });
        problems.sort(Problem.BY_POSITION);
        return new Loaded(parsed.lesson(), experiments, List.copyOf(problems));
    }
}
