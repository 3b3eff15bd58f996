package rewardscope.ui.lesson;

import javafx.scene.control.Button;
import rewardscope.course.Act;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Response;
import rewardscope.lesson.Verdict;

/// The run pauses, the learner commits, and the run goes on and shows how it turns out.
final class PredictCard {
    private PredictCard() {}

    static void fill(CardFrame card, Exercise.Predict predict) {
        AnswerField field = predict.options().isEmpty()
                ? new Fields.OneLine(card.memory(), true)
                : new Fields.Options(predict.options(), predict.options().size() > 1, card.text(), card.memory());
        card.answerWith(field.node());
        if (field instanceof Fields.OneLine line) {
            line.field().setOnAction(_ -> card.check().fire());
        }
        var go = new Button("Go to the moment");
        go.setOnAction(_ -> card.actions().pauseFor(predict));
        card.firstButton(go);
        card.check().setText("Commit and go on");
        card.check().setOnAction(_ -> {
            var response = field.read();
            if (response.isEmpty()) {
                card.verdict().note(field.missing());
                return;
            }
            field.setEditable(false);
            card.actions().reveal(predict);
            card.expected(expected -> reveal(card, predict, field, response.get(), expected));
        });
    }

    private static void reveal(
            CardFrame card, Exercise.Predict predict, AnswerField field, Response response, Expected expected) {
        Verdict result = Verdict.of(expected, response, predict.tolerance());
        var memory = card.memory();
        memory.solved = result.right();
        memory.shown = true;
        memory.wrongTries += result.right() ? 0 : 1;
        Runnable say = () -> {
            card.verdict().say(result.right(), (result.right() ? "As you said: " : "It turned out otherwise: ")
                    + field.words(expected) + ".");
            field.mark(result);
            card.check().setDisable(true); // nobody commits twice
            card.explain();
        };
        if (result.right()) {
            card.did(Act.Kind.RIGHT, say);
        } else {
            card.did(Act.Kind.WRONG, () -> card.did(Act.Kind.SHOWN, say)); // the run has shown how it turns out
        }
    }
}
