package rewardscope.ui.lesson;

import java.util.Optional;
import javafx.scene.Node;
import rewardscope.lesson.Exercise;

/// One exercise in the text: the question, somewhere to answer, a verdict in words, hints one at a time, and the
/// explanation after the answer. What is particular to a kind of exercise is in a file of its own.
final class ExerciseCard {
    private final Exercise exercise;
    private final Memory memory;
    private final CardFrame card;

    ExerciseCard(Exercise exercise, LessonText text, LessonActions actions, Memory memory) {
        this.exercise = exercise;
        this.memory = memory;
        card = new CardFrame(title(exercise), exercise, text, actions, memory);
        switch (exercise) {
            case Exercise.Number number ->
                JudgedCard.fill(card, number, new Fields.OneLine(memory, false), number.tolerance());
            case Exercise.Choice choice ->
                JudgedCard.fill(card, choice, new Fields.Options(choice.options(), true, text, memory), 0);
            case Exercise.Choices choices ->
                JudgedCard.fill(card, choices, new Fields.Options(choices.options(), false, text, memory), 0);
            case Exercise.Table table ->
                JudgedCard.fill(card, table, new Fields.Table(table, memory), table.tolerance());
            case Exercise.Policy policy -> JudgedCard.fillPolicy(card, policy);
            case Exercise.Predict predict -> PredictCard.fill(card, predict);
            case Exercise.Tune tune -> TuneCard.fill(card, tune);
            case Exercise.Text model -> TextCard.fill(card, model);
        }
        if (memory.restored) {
            before();
        }
    }

    Node node() {
        return card.root();
    }

    private static String title(Exercise exercise) {
        return switch (exercise) {
            case Exercise.Predict _ -> "Predict";
            case Exercise.Tune _ -> "Find settings";
            case Exercise.Text _ -> "In your own words";
            default -> "Exercise";
        };
    }

    /// What was done on another day, without working anything out again.
    private void before() {
        boolean predicted = exercise instanceof Exercise.Predict;
        card.check().setDisable(predicted && (memory.solved || memory.shown));
        if (memory.solved) {
            card.verdict().say(true, "Solved before.");
            card.explain();
        } else if (memory.shown) {
            card.verdict().note(predicted ? "You committed to this before." : "You looked this answer up before.");
            card.explain();
        } else if (exercise instanceof Exercise.Text && !memory.fields.isEmpty()) {
            card.verdict().note("You wrote this before. Compare it when you like.");
        } else if (memory.wrongTries > 0) {
            card.verdict().note("Not solved yet. Your last answer stands there.");
            if (answerable()) {
                card.offerTheAnswer();
            }
        }
    }

    /// Whether there is an answer to be shown.
    private boolean answerable() {
        return switch (exercise) {
            case Exercise.Predict _, Exercise.Text _ -> false;
            case Exercise.Tune tune -> tune.answer().isPresent();
            default -> true;
        };
    }

    /// What the card says about the last answer, for tests.
    Optional<String> verdictWords() {
        return card.verdict().words();
    }
}
