package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;

/// Judges a `tune` exercise: runs the learner's settings over its seeds and counts for how many the goal holds.
public final class ExperimentTuning {
    private static final long MOST_ACTS = 5_000_000;

    private ExperimentTuning() {}

    /// What came of the settings.
    ///
    /// @param values what was read for each seed, in order
    /// @param holds for how many of them the goal holds
    /// @param problems why the settings could not be tried; then the rest is empty
    public record Outcome(List<Double> values, int holds, boolean right, List<Problem> problems) {}

    /// @param settings values by path, as written: `agent.alpha` → `0.5`
    /// @param progress told the number of seeds that are behind it
    public static Outcome judge(
            Exercise.Tune exercise,
            LessonChecker.Checked lesson,
            Map<String, String> settings,
            IntConsumer progress) {
        var problems = new Problems(lesson.lesson().file());
        var overrides = new ArrayList<ExperimentOverride>();
        settings.forEach((path, value) ->
                ExperimentOverride.parse(path, value, problems).ifPresent(overrides::add));
        var simulation = Optional.ofNullable(
                lesson.lesson().simulations().get(exercise.task().simulation().orElse("")));
        if (!problems.isEmpty() || simulation.isEmpty()) {
            return new Outcome(List.of(), 0, false, problems.sorted());
        }
        Node.Mapping root = simulation.get().experiment();
        if (exercise.stop().isPresent()) {
            root = root.with(new Node.Scalar("stop", Node.Kind.TEXT, root.line(), root.column()), exercise.stop().get());
        }
        var checked = ExperimentReader.read(lesson.lesson().file(), root, overrides);
        if (checked.experiment().isEmpty()) {
            return new Outcome(List.of(), 0, false, checked.problems());
        }
        return run(exercise, checked.experiment().get(), progress, problems);
    }

    private static Outcome run(
            Exercise.Tune exercise, Experiment experiment, IntConsumer progress, Problems problems) {
        var values = new ArrayList<Double>();
        int holds = 0;
        for (int k = 0; k < exercise.seeds(); k++) {
            Results results =
                    ExperimentRun.run(experiment.withSeed(experiment.seed() + k), MOST_ACTS, Optional.empty());
            try {
                var read = ResultsReader.read(exercise.goal().read().text(), results);
                double value = read instanceof ResultsReader.Value.Number(double x) ? x : Double.NaN;
                values.add(value);
                holds += exercise.goal().holds(value) ? 1 : 0;
            } catch (ResultsReader.Unreadable e) {
                problems.at(exercise.goal().read(), e.message(), e.cure());
                return new Outcome(List.of(), 0, false, problems.sorted());
            }
            progress.accept(k + 1);
        }
        return new Outcome(List.copyOf(values), holds, holds >= exercise.needed(), List.of());
    }

    /// Tries the author's own settings, if there are some: an exercise that its author cannot solve is a problem.
    static void prove(Exercise.Tune exercise, LessonChecker.Checked lesson, Problems problems) {
        if (exercise.answer().isEmpty()) {
            return;
        }
        Node.Mapping answer = exercise.answer().get();
        Outcome outcome = judge(exercise, lesson, exercise.example(), _ -> {});
        outcome.problems().forEach(problem -> problems.at(answer, problem.message(), problem.cure()));
        if (outcome.problems().isEmpty() && !outcome.right()) {
            problems.at(
                    answer,
                    "with these settings the goal holds for " + outcome.holds() + " of " + exercise.seeds()
                            + " seeds, and it has to hold for " + exercise.needed(),
                    "Change the settings or the goal");
        }
    }
}
