package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
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

    /// Each process goes on where the last one was killed, so that a torn line is written after, too.
    @Test
    void killingTheProcessAtAnyMomentLosesNoAnswerWhoseVerdictWasSeen() throws Exception {
        var moments = new SplittableRandom(20260307);
        int before = 0;
        for (int kill = 0; kill < 3; kill++) {
            int seen = answersSeenBefore(moments.nextInt(1, 12), moments.nextInt(0, 25));
            try (var study = Study.open(folder)) {
                var wrong = study.acts().stream().filter(act -> act.kind() == Act.Kind.WRONG).toList();
                assertThat(wrong).hasSizeGreaterThanOrEqualTo(before + seen).hasSizeLessThanOrEqualTo(before + seen + 2);
                assertThat(wrong.get(before + seen - 1).fields()).containsEntry("answer", Integer.toString(seen));
                before = wrong.size();
            }
        }
    }

    /// Lets a process answer, and kills it some time after its n-th verdict.
    ///
    /// @return the number of the last verdict that was seen
    private int answersSeenBefore(int n, int milliseconds) throws Exception {
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
            boolean killed = false;
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                seen = line.matches("[0-9]+") ? Integer.parseInt(line) : seen;
                if (seen >= n && !killed) {
                    killed = true;
                    Thread.sleep(milliseconds);
                    process.toHandle().destroyForcibly(); // unlike the process itself, it leaves what was printed to be read
                }
            }
            assertThat(killed).as("the process answers until it is killed").isTrue();
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        return seen;
    }
}
