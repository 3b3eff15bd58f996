package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.course.Act;
import rewardscope.course.Study;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;

/// What a learner does in a lesson is kept, and is there when it is opened again.
class LessonProgressTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private static LessonPane pane(Study study) throws Exception {
        LessonPane shown = Headless.onFx(() -> {
            var pane = new LessonPane(new Formulas(), new SampleLesson.Window(study), Runnable::run);
            pane.show(SampleLesson.lesson());
            new Scene(new StackPane(pane.node()), 700, 900);
            return pane;
        });
        Headless.settle();
        return shown;
    }

    private static ExerciseCard card(LessonPane pane) {
        return pane.cards().get("after-two");
    }

    private static void answer(LessonPane pane, String words) throws Exception {
        Headless.onFx(() -> {
            ((TextField) card(pane).node().lookup(".lesson-number")).setText(words);
            ((Button) card(pane).node().lookup(".lesson-check")).fire();
            return true;
        });
        while (Headless.onFx(() -> card(pane).verdictWords()).isEmpty()) {
            Thread.sleep(5);
        }
        Headless.settle();
    }

    @Test
    void anAnswerIsKeptAndStandsThereWhenTheLessonIsOpenedAgain() throws Exception {
        try (var study = Study.open(folder)) {
            var pane = pane(study);
            answer(pane, "0,3");
            answer(pane, "0.225");
        }
        try (var study = Study.open(folder)) {
            assertThat(study.acts()).extracting(Act::kind).containsExactly(Act.Kind.WRONG, Act.Kind.RIGHT);
            var pane = pane(study);
            assertThat(card(pane).verdictWords()).contains("Solved before.");
            var field = (TextField) card(pane).node().lookup(".lesson-number");
            assertThat(field.getText()).isEqualTo("0.225");
            assertThat(study.acts()).as("looking at it again is no answer").hasSize(2);
        }
    }

    @Test
    void hintsThatWereTakenAreShownAgainAndCountedOnce() throws Exception {
        try (var study = Study.open(folder)) {
            var pane = pane(study);
            Headless.onFx(() -> {
                card(pane).node().lookupAll(".lesson-quiet").stream()
                        .map(Button.class::cast)
                        .filter(button -> button.getText().startsWith("Hint"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                return true;
            });
        }
        try (var study = Study.open(folder)) {
            var pane = pane(study);
            assertThat(card(pane).node().lookupAll(".lesson-hint")).hasSize(1);
            assertThat(study.acts()).extracting(Act::kind).containsExactly(Act.Kind.HINT);
        }
    }

    /// Gives wrong answers through the pane, and prints each when its verdict can be seen, until it is killed.
    static final class Answering {
        public static void main(String[] folder) throws Exception {
            Headless.start();
            try (var study = Study.open(Path.of(folder[0]))) {
                var pane = pane(study);
                for (int n = 1; ; n++) {
                    answer(pane, Integer.toString(n));
                    System.out.println(n);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void killingTheProcessLosesNoAnswerWhoseVerdictWasSeen() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dprism.text=t2k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Answering.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int seen = 0;
        try (var printed = process.inputReader()) {
            while (seen < 10) {
                String line = printed.readLine();
                assertThat(line).as("the process answers").isNotNull();
                seen = line.matches("[0-9]+") ? Integer.parseInt(line) : seen;
            }
            process.destroyForcibly().waitFor();
        } finally {
            process.destroyForcibly();
        }
        try (var study = Study.open(folder)) {
            var wrong = study.acts().stream().filter(act -> act.kind() == Act.Kind.WRONG).toList();
            assertThat(wrong).hasSizeGreaterThanOrEqualTo(seen);
            assertThat(wrong.get(seen - 1).fields()).containsEntry("answer", Integer.toString(seen));
        }
    }
}
