package rewardscope.ui.course;

import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import rewardscope.course.Learner;
import rewardscope.lesson.Numerals;

/// Who learns here: the name that stands on a report, and the number that draws the learner's own exercises.
final class LearnerPage {
    private final TextField name = new TextField();
    private final TextField seed = new TextField();
    private final Label wrong = new Label();
    private final VBox root;

    LearnerPage(CourseHost host, Runnable close) {
        Learner learner = host.study().learner();
        name.setText(learner.name());
        name.setId("learner-name");
        name.setPromptText("as it shall stand on a report");
        name.setPrefColumnCount(24);
        seed.setText(Long.toString(learner.seed()));
        seed.setId("learner-seed");
        seed.setPrefColumnCount(10);
        var grid = new GridPane(12, 12);
        grid.setAlignment(Pos.TOP_LEFT);
        var nameLabel = new Label("Name");
        nameLabel.setLabelFor(name);
        var seedLabel = new Label("Number");
        seedLabel.setLabelFor(seed);
        grid.addRow(0, nameLabel, name);
        grid.addRow(1, seedLabel, seed);
        var why = new Label("Your number draws the figures of your exercises: on another computer the same number gives the "
                + "same exercises. Change it only to take yours along; answers given so far stay as they are.");
        why.setWrapText(true);
        why.setMaxWidth(560);
        why.getStyleClass().add("course-note");
        wrong.getStyleClass().add("course-wrong");
        wrong.setWrapText(true);
        var save = new Button("Save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(_ -> {
            OptionalLong number = number(Numerals.plain(seed.getText()));
            if (number.isEmpty()) {
                wrong.setText("Write a whole number from 1 to 999999999999 without anything else.");
                return;
            }
            host.enrol(new Learner(name.getText().strip(), number.getAsLong()));
            close.run();
        });
        root = new VBox(16, grid, why, wrong, save);
    }

    private static OptionalLong number(String text) {
        return text.matches("[1-9][0-9]{0,11}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    Node node() {
        return root;
    }

    TextField name() {
        return name;
    }
}
