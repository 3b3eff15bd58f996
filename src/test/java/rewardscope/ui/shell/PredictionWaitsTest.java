package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.course.Act;
import rewardscope.lesson.Exercise;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// A run at the moment of a prediction goes on when the learner has committed, and not before.
@ExtendWith(ApplicationExtension.class)
class PredictionWaitsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @Start
    void start(Stage stage) {
        Fonts.load();
        desk = new Desk(Path.of(System.getProperty("rewardscope.home"), "lessons"), 1280, 800);
        stage.setScene(desk.scene());
        stage.show();
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

    private long episodes() throws InterruptedException {
        WaitForAsyncUtils.waitForFxEvents();
        var frame = new AtomicReference<Frame>();
        desk.runner().orElseThrow().settle(frame::set);
        return frame.get().view().counts().episodes();
    }

    private Exercise.Predict predict(String answer) throws Exception {
        Path file = folder.resolve("lesson.md");
        Files.writeString(file, """
                ---
                title: A prediction
                unit: Test
                ---

                ```simulation track
                environment: {type: linear-track, states: 4}
                agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
                seed: 7
                stop: {episodes: 4}
                ```

                ```exercise later
                kind: predict
                simulation: track
                pause: {episodes: 1}
                prompt: What will it be?
                answer: %s
                tolerance: 0.005
                ```
                """.formatted(answer));
        CompletableFuture<Void> opened = onWindow(() -> desk.load(file));
        opened.join();
        WaitForAsyncUtils.waitForFxEvents();
        return (Exercise.Predict) desk.lesson().orElseThrow().lesson().exercises().get("later");
    }

    private void act(Runnable what) {
        onWindow(() -> {
            what.run();
            return true;
        });
    }

    @Test
    void neitherKeyNorLinkTakesTheRunPastTheMomentUntilTheLearnerCommits(FxRobot robot) throws Exception {
        var later = predict("{simulation: track, stop: {episodes: 2}, read: \"q[2][up]\"}");
        act(() -> desk.host().pauseFor(later));
        assertThat(episodes()).isEqualTo(1);
        robot.type(KeyCode.N);
        act(() -> desk.send(new Command.Step(Command.Unit.EPISODE, 3)));
        assertThat(episodes()).as("it waits").isEqualTo(1);
        assertThat(robot.lookup(LessonHost.WAITS).tryQuery()).as("and says so").isPresent();
        act(() -> desk.host().reveal(later));
        assertThat(episodes()).as("it shows how it turns out").isEqualTo(2);
        assertThat(robot.lookup(LessonHost.WAITS).tryQuery()).isEmpty();
        robot.type(KeyCode.N);
        assertThat(episodes()).as("it is the learner's again").isEqualTo(3);
    }

    @Test
    void startingOverEndsTheWaiting(FxRobot robot) throws Exception {
        var later = predict("{simulation: track, stop: {episodes: 2}, read: \"q[2][up]\"}");
        act(() -> desk.host().pauseFor(later));
        robot.type(KeyCode.R);
        assertThat(episodes()).isZero();
        robot.type(KeyCode.N);
        assertThat(episodes()).isEqualTo(1);
    }

    @Test
    void whoHasCommittedGoesOnFromTheMomentAtWill(FxRobot robot) throws Exception {
        var later = predict("{simulation: track, stop: {episodes: 2}, read: \"q[2][up]\"}");
        onWindow(() -> desk.host().did(later, Act.Kind.SHOWN, Map.of())).join();
        act(() -> desk.host().pauseFor(later));
        assertThat(episodes()).isEqualTo(1);
        robot.type(KeyCode.N);
        assertThat(episodes()).isEqualTo(2);
    }

    @Test
    void anAnswerFromTheWholeRunIsShownByTheWholeRun() throws Exception {
        var later = predict("{simulation: track, read: \"q[2][up]\"}");
        act(() -> desk.host().pauseFor(later));
        act(() -> desk.host().reveal(later));
        assertThat(episodes()).as("where the simulation ends").isEqualTo(4);
    }
}
