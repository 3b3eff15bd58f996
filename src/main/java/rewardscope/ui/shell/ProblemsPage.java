package rewardscope.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import rewardscope.lesson.Problem;
import rewardscope.ui.Scrolls;

/// What is wrong with a lesson, in place of the lesson: every mistake with its line, its column and its cure.
final class ProblemsPage {
    private ProblemsPage() {}

    static Node of(List<Problem> problems) {
        var box = new VBox();
        box.getStyleClass().add("problems");
        var heading = new Label(
                problems.size() == 1 ? "One mistake keeps this lesson closed" : problems.size() + " mistakes keep this lesson closed");
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        var file = new Label(problems.getFirst().file() + " – it opens by itself once it is saved without "
                + (problems.size() == 1 ? "it." : "them."));
        file.setWrapText(true);
        box.getChildren().addAll(heading, file);
        for (Problem problem : problems) {
            var line = new Label("line " + problem.line() + ", column " + problem.column() + ": " + problem.sentence());
            line.getStyleClass().add("problem");
            line.setWrapText(true);
            box.getChildren().add(line);
        }
        var scroll = Scrolls.around(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("paper");
        return scroll;
    }
}
