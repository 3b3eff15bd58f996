package rewardscope.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import rewardscope.course.Act;
import rewardscope.lesson.Exercise;
import rewardscope.ui.Leaving;
import rewardscope.ui.Scrolls;

/// An answer in the learner's own words, who then compares it with a model answer.
final class TextCard {
    private TextCard() {}

    static void fill(CardFrame card, Exercise.Text model) {
        var area = new TextArea(card.memory().get("text"));
        Scrolls.paintOnlyWhatChanges(area);
        Leaving.byTab(area);
        area.setPrefRowCount(4);
        area.setPromptText("Write a few sentences, then compare.");
        area.setAccessibleText("Your answer");
        area.setWrapText(!Direction.turns(area.getText()));
        area.textProperty().addListener((_, _, words) -> {
            card.memory().fields.put("text", words);
            area.setWrapText(!Direction.turns(words));
        });
        card.answerWith(area);
        card.check().setText("Compare");
        card.check().setOnAction(_ -> {
            if (area.getText().isBlank()) {
                card.verdict().note("Write your answer first.");
            } else {
                compare(card, model);
            }
        });
    }

    private static void compare(CardFrame card, Exercise.Text model) {
        var group = new ToggleGroup();
        var had = Fields.segment("I had it", group);
        var not = Fields.segment("Not yet", group);
        had.setOnAction(_ -> {
            card.memory().solved = true;
            card.did(Act.Kind.RIGHT, () -> card.verdict().say(true, "Good."));
        });
        not.setOnAction(_ -> card.did(Act.Kind.WRONG, () -> card.verdict()
                .say(false, "Read the model answer again, and write it in your own words.")));
        card.did(Act.Kind.WRITTEN, () -> {});
        var title = new Label("A model answer");
        title.getStyleClass().add("lesson-exercise-title");
        card.explainAfter(title, card.text().column(model.modelAnswer()), new HBox(4, had, not));
    }
}
