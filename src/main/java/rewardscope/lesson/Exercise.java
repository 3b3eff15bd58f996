package rewardscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Something for the learner to do.
public sealed interface Exercise {
    Task task();

    default String id() {
        return task().id();
    }

    /// What all exercises have.
    ///
    /// @param simulation the simulation that it is about, if it says so
    /// @param line where its block begins, and
    /// @param column for problems
    record Task(
            String id,
            List<Block> prompt,
            List<List<Block>> hints,
            List<Block> explanation,
            Optional<String> simulation,
            int line,
            int column) {}

    /// One of the things to choose from.
    ///
    /// @param words the author's text, by which an answer names it
    /// @param feedback shown when it was chosen, or empty
    /// @param range the numbers that it stands for, if a computed answer is to be compared with them
    record Option(String words, List<Block> text, List<Block> feedback, Optional<Range> range) {}

    /// Numbers from one bound up to another, the lower one included.
    record Range(double atLeast, double below) {
        public boolean holds(double value) {
            return value >= atLeast && value < below;
        }
    }

    /// The place of the option that an answer names, by its own words or by its number counted from 1.
    static OptionalInt placeOf(Node.Scalar answer, List<Option> options) {
        return AnswerShapes.option(answer, options);
    }

    /// A number within a tolerance.
    record Number(Task task, Answer answer, double tolerance) implements Exercise {}

    /// One option.
    record Choice(Task task, List<Option> options, Answer answer) implements Exercise {}

    /// Every right option and no other.
    record Choices(Task task, List<Option> options, Answer answer) implements Exercise {}

    /// The values of states (V), or of states and actions (Q), to be filled in.
    ///
    /// @param states the rows, by name
    /// @param actions the columns; empty for V
    record Table(Task task, List<String> states, List<String> actions, Answer answer, double tolerance)
            implements Exercise {}

    /// An arrow for each state.
    ///
    /// @param states the states to be filled in; empty for every state that has a choice
    record Policy(Task task, List<String> states, Answer answer) implements Exercise {}

    /// The run goes on to a point and pauses, the learner commits, the run goes on and reveals.
    ///
    /// @param pause where the run pauses; the start if it says nothing
    /// @param options what to choose from when the answer is a word; may be empty
    record Predict(Task task, Optional<Node> pause, Answer answer, double tolerance, List<Option> options)
            implements Exercise {}

    /// Hyper-parameters to be found, so that a condition holds over many seeds.
    ///
    /// @param parameters the keys that may be changed, as paths in the experiment: `agent.alpha`
    /// @param share the share of the seeds for which the goal has to hold
    /// @param answer settings that reach the goal, by path, if the author gave some
    record Tune(
            Task task,
            List<String> parameters,
            Optional<Node> stop,
            Goal goal,
            int seeds,
            double share,
            Optional<Node.Mapping> answer)
            implements Exercise {
        /// For how many of the seeds the goal has to hold.
        public int needed() {
            return (int) Math.ceil(share * seeds - 1e-9);
        }

        /// The author's settings by path, each as a learner would write it.
        public Map<String, String> example() {
            var settings = new LinkedHashMap<String, String>();
            answer.ifPresent(given -> given.entries().forEach(
                    entry -> settings.put(entry.key().text(), entry.value().written())));
            return settings;
        }
    }

    /// Free text, held against a model answer by the learner.
    record Text(Task task, List<Block> modelAnswer) implements Exercise {}

    /// A condition on one number of a run's results.
    ///
    /// @param read what to read: `episodes[-1].length`
    record Goal(Node.Scalar read, double atLeast, double atMost) {
        public boolean holds(double value) {
            return value >= atLeast && value <= atMost;
        }
    }
}
