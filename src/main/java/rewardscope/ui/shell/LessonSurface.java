package rewardscope.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.Problem;
import rewardscope.sim.Experiment;
import rewardscope.ui.theme.Palette;

final class LessonSurface {
    private final Label label = new Label();
    void showProblems(List<Problem> problems) { label.setText(problems.toString()); }
    void show(Lesson lesson, Map<String, Experiment> experiments) { label.setText(lesson.header().toString()); label.setWrapText(true); }
    Node node() { return label; }
    void simulationOnStage(String id) {}
    void use(Palette p) {}
}
