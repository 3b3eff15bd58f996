package rewardscope.ui.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rewardscope.course.Act;
import rewardscope.course.Glossary;
import rewardscope.course.Progress;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Inline;
import rewardscope.lesson.LinkTarget;
import rewardscope.sim.View;

/// What a lesson may ask of the window. Every call comes on the JavaFX thread and has to return at once; futures may be
/// completed on any thread.
public interface LessonActions {
    /// A link was followed: run something, look at something, go to another lesson, open a page.
    void follow(LinkTarget target);

    /// Puts a simulation of the lesson on the stage.
    void showOnStage(String simulation);

    /// The right answer, written out or computed by a run; empty if it cannot be found.
    CompletableFuture<Optional<Expected>> expected(Exercise exercise);

    /// Runs a `tune` exercise's experiment over its seeds.
    ///
    /// @param settings the learner's values by path, as written: `agent.alpha` → `0.5`
    CompletableFuture<Tuning> tune(Exercise.Tune exercise, Map<String, String> settings);

    /// Brings the run of a prediction to the point where the learner commits.
    void pauseFor(Exercise.Predict exercise);

    /// Lets the run of a prediction go on and show how it turns out.
    void reveal(Exercise.Predict exercise);

    /// The world of one of the lesson's simulations, for grids of arrows; empty if it is not finite.
    Optional<View.World.Finite> world(String simulation);

    /// The file of a picture in the lesson's own folder tree.
    Optional<Path> picture(Inline.Picture picture);

    /// How it stood with an exercise when it was last worked on; empty if it never was.
    Optional<Progress.Standing> standing(Exercise exercise);

    /// The learner did something with an exercise.
    ///
    /// @param fields what stands in its fields
    /// @return complete when that is kept, or cannot be: a verdict that is seen is on the disk
    CompletableFuture<Void> did(Exercise exercise, Act.Kind kind, Map<String, String> fields);

    /// What the symbols of a formula mean, in the order in which they stand there.
    ///
    /// @param latex without dollars
    List<Glossary.Entry> symbols(String latex);

    /// Opens the glossary at a word.
    void define(Glossary.Entry entry);

    /// How a `tune` exercise went.
    ///
    /// @param held for how many seeds the goal held
    /// @param problem why it could not be run, as a sentence, or empty
    record Tuning(boolean right, int held, int seeds, String problem) {}
}
