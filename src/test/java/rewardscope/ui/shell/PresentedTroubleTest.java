package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Intervention;
import rewardscope.ui.RealRuns;

/// In front of a class the tool bar is gone; what went wrong can still be read, from the back of the room.
@ExtendWith(ApplicationExtension.class)
class PresentedTroubleTest {
    private static final double LEAST_LETTERS = 20;
    private static final String TINY = """
            environment: {type: language, corpus: "the rat ran up the track and the cat sat on the mat. "}
            agent: {type: next-token, width: 8, layers: 1, context: 8, batch: 2}
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @Start
    void start(Stage stage) {
        desk = TestWindow.show(stage, 1000, 640);
    }

    @AfterEach
    void close() {
        onWindow(() -> {
            desk.close();
            return true;
        });
    }

    private static <T> T onWindow(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
    }

    private void present(String experiment) {
        onWindow(() -> {
            desk.play(RealRuns.experiment(experiment));
            desk.togglePresenter();
            return true;
        });
    }

    /// The whole sentence stands inside the window, in large letters, and everything that it stands in is visible.
    private void untilItCanBeRead(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onWindow(() -> canBeRead(words)));
    }

    private boolean canBeRead(String words) {
        if (!(desk.scene().getRoot().lookup(".notice") instanceof Label label)) {
            return false;
        }
        desk.scene().getRoot().layout();
        Bounds place = label.localToScene(label.getLayoutBounds());
        boolean inside = place.getMinY() >= 0 && place.getMaxY() <= desk.scene().getHeight() && place.getWidth() > 100;
        boolean whole = label.lookup(".text") instanceof Text text && text.getText().replace('\n', ' ').contains(words);
        return inside && whole && isVisible(label) && label.getFont().getSize() >= LEAST_LETTERS;
    }

    private static boolean isVisible(Node node) {
        return node == null || node.isVisible() && isVisible(node.getParent());
    }

    private boolean isSilent() {
        return onWindow(() -> desk.scene().getRoot().lookup(".notice") == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}",
        "environment: {preset: cliff-walking}\nagent: {type: q-learning}"
    })
    void aRunThatStopsSaysWhyUntilItGoesOn(String experiment) throws TimeoutException {
        present(experiment);
        desk.send(new Command.Step(Command.Unit.ACT, 3));
        desk.send(new Command.Inspect((_, _) -> {
            throw new IllegalStateException("the weights became infinite at step 3");
        }));
        untilItCanBeRead("became infinite");
        desk.send(new Command.SeekBy(-1));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::isSilent);
    }

    @Test
    void aTrainingThatStopsSaysWhy() throws TimeoutException {
        present(TINY);
        desk.send(new Command.Step(Command.Unit.ACT, 2));
        desk.send(new Command.Intervene(
                new Intervention.ParameterChange("learning-rate", new Schedule.Constant(Double.POSITIVE_INFINITY))));
        desk.send(new Command.Step(Command.Unit.ACT, 3));
        untilItCanBeRead("Try a smaller learning rate");
    }

    private static String lesson(String agent) {
        return """
                ---
                title: Mine
                unit: Test
                ---

                A line.

                ```simulation one
                environment: {type: linear-track}
                agent: {type: q-learning%s}
                ```
                """.formatted(agent);
    }

    private Path openMine() throws Exception {
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, lesson(""));
        onWindow(() -> desk.load(mine)).join();
        WaitForAsyncUtils.waitForFxEvents();
        return mine;
    }

    @Test
    void aLessonSavedWithMistakesSaysSoWhileItsTextIsOutOfSightAndAsLongAsTheyAreThere(FxRobot robot) throws Exception {
        Path mine = openMine();
        onWindow(() -> {
            desk.togglePresenter();
            return true;
        });
        Files.writeString(mine, lesson(", alpah: 0.1"));
        untilItCanBeRead("mine.md, line 10, column 27");
        robot.push(KeyCode.DIGIT4); // the lesson alone, which lists its mistakes itself
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::isSilent);
        robot.push(KeyCode.DIGIT1);
        untilItCanBeRead("the last good version stays");
        Files.writeString(mine, lesson(", alpha: 0.1"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::isSilent);
    }

    @Test
    void mistakesThatAreThereAlreadyAreSaidWhenThePresentationBegins() throws Exception {
        Path mine = openMine();
        Files.writeString(mine, lesson(", alpah: 0.1"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onWindow(() -> !desk.bench().root().lookupAll(".lesson-problems-title").isEmpty()));
        assertThat(isSilent()).isTrue();
        onWindow(() -> {
            desk.togglePresenter();
            return true;
        });
        untilItCanBeRead("alpha");
    }

    @Test
    void aFullDiskIsASentence() throws TimeoutException {
        Path full = Path.of("/dev/full"); // a device of Linux that refuses every byte, as a full disk does
        assumeTrue(Files.exists(full));
        onWindow(() -> {
            desk.openPlayground();
            desk.togglePresenter();
            desk.playground().saveTo(full);
            return true;
        });
        untilItCanBeRead("the disk is full");
    }

    @Test
    void aSentenceCanBeTakenAway(FxRobot robot) throws TimeoutException {
        present("environment: {preset: cliff-walking}\nagent: {type: q-learning}");
        onWindow(() -> {
            desk.notice("Something that need not be read twice.");
            return true;
        });
        untilItCanBeRead("read twice");
        robot.clickOn("#close-notice");
        assertThat(isSilent()).isTrue();
    }
}
