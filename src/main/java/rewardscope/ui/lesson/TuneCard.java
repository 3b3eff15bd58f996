package rewardscope.ui.lesson;

import rewardscope.course.Act;
import rewardscope.lesson.Exercise;

/// Settings with which a goal is reached, tried over seeds.
final class TuneCard {
    private TuneCard() {}

    static void fill(CardFrame card, Exercise.Tune tune) {
        var field = new TuneField(tune, card.memory());
        card.answerWith(CardFrame.note(TuneField.goal(tune)), field.node());
        field.onEnter(card.check()::fire);
        card.check().setText("Try on " + tune.seeds() + " seeds");
        card.give().setOnAction(_ -> {
            card.memory().shown = true;
            card.did(Act.Kind.SHOWN, () -> {
                card.verdict().note("This reaches the goal: " + TuneField.words(tune.example()) + ".");
                card.explain();
            });
        });
        card.check().setOnAction(_ -> {
            if (!field.complete()) {
                card.verdict().note("Write a value for each setting first.");
                return;
            }
            card.verdict().hide();
            card.work(card.actions().tune(tune, field.settings()), outcome -> tried(card, tune, outcome));
        });
    }

    private static void tried(CardFrame card, Exercise.Tune tune, LessonActions.Tuning outcome) {
        if (!outcome.problem().isEmpty()) {
            card.verdict().note(outcome.problem());
        } else if (outcome.right()) {
            card.memory().solved = true;
            card.did(Act.Kind.RIGHT, () -> {
                card.verdict().say(true, "The goal held for " + outcome.held() + " of " + outcome.seeds() + " seeds.");
                card.explain();
            });
        } else {
            card.memory().wrongTries++;
            card.did(Act.Kind.WRONG, () -> card.verdict()
                    .say(false, "The goal held for only " + outcome.held() + " of " + outcome.seeds() + " seeds."));
            if (tune.answer().isPresent()) {
                card.offerTheAnswer();
            }
        }
    }
}
