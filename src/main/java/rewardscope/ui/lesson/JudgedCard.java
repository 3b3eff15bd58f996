package rewardscope.ui.lesson;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import rewardscope.course.Act;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Verdict;

/// An answer that is right or wrong: a number, options, a table, arrows.
final class JudgedCard {
    private final CardFrame card;
    private final AnswerField field;
    private final double tolerance;
    private final Memory memory;

    private JudgedCard(CardFrame card, AnswerField field, double tolerance) {
        this.card = card;
        this.field = field;
        this.tolerance = tolerance;
        memory = card.memory();
    }

    static void fill(CardFrame card, Exercise exercise, AnswerField field, double tolerance) {
        new JudgedCard(card, field, tolerance).fill(exercise);
    }

    static void fillPolicy(CardFrame card, Exercise.Policy policy) {
        var world = policy.task().simulation().flatMap(card.actions()::world);
        if (world.isEmpty()) {
            card.verdict().note("This exercise needs a world with states; it names none that has them.");
            card.check().setDisable(true);
            return;
        }
        card.answerWith(CardFrame.note("Click a cell for the next action, or press an arrow key on it."));
        fill(card, policy, new PolicyField(world.get(), policy.states(), card.memory()), 0);
    }

    private void fill(Exercise exercise) {
        card.answerWith(field.node());
        card.check().setOnAction(_ -> judge(true));
        if (field instanceof Fields.OneLine line) {
            line.field().setOnAction(_ -> judge(true));
        }
        card.give().setOnAction(_ -> show());
        // Some answers take seconds to be worked out: that begins when the learner begins to answer.
        card.root().addEventFilter(KeyEvent.KEY_TYPED, _ -> card.actions().expected(exercise));
        card.root().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> card.actions().expected(exercise));
        if (memory.solved && !memory.restored) {
            judge(false);
        }
    }

    private void show() {
        card.expected(expected -> {
            memory.shown = true;
            card.did(Act.Kind.SHOWN, () -> {
                card.verdict().note("The answer: " + field.words(expected) + ".");
                card.explain();
            });
        });
    }

    /// @param given whether this is an answer: a lesson that was loaded again is judged anew, for its author
    private void judge(boolean given) {
        var response = field.read();
        if (response.isEmpty()) {
            card.verdict().note(field.missing());
            return;
        }
        card.verdict().hide();
        card.expected(expected -> {
            Verdict result = Verdict.of(expected, response.get(), tolerance);
            Runnable say = () -> {
                field.mark(result);
                judged(result);
            };
            if (given) {
                memory.wrongTries += result.right() ? 0 : 1;
                card.did(result.right() ? Act.Kind.RIGHT : Act.Kind.WRONG, say);
            } else {
                say.run();
            }
        });
    }

    private void judged(Verdict result) {
        if (result.right()) {
            memory.solved = true;
            card.verdict().say(true, "Right.");
            card.explain();
            return;
        }
        long wrong = result.parts().values().stream().filter(right -> !right).count();
        String which = wrong == 0
                ? "Not yet. Try again" + (card.hints().oneIsLeft() ? ", or take a hint." : ".")
                : "Not yet: " + wrong + " of " + result.parts().size() + " are wrong, marked ✗.";
        card.verdict().say(false, which);
        card.offerTheAnswer();
    }
}
