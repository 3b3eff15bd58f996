package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
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
import rewardscope.lesson.LessonLibrary;
import rewardscope.sim.Command;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// The real window, driven by keys and mouse, without a display.
@ExtendWith(ApplicationExtension.class)
class DeskTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home"), "lessons");

    @TempDir
    Path folder;

    private Desk desk;

    @Start
    void start(Stage stage) {
        Fonts.load();
        desk = new Desk(LESSONS, 1440, 800);
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

    private void open(Path lesson) {
        CompletableFuture<Void> opened = onWindow(() -> desk.load(lesson));
        opened.join();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Frame settled() throws InterruptedException {
        WaitForAsyncUtils.waitForFxEvents();
        var frame = new AtomicReference<Frame>();
        desk.runner().orElseThrow().settle(frame::set);
        return frame.get();
    }

    private static Path track() {
        return LessonLibrary.of(LESSONS).lessons().stream()
                .filter(entry -> entry.header().title().contains("rat"))
                .findFirst()
                .orElseThrow()
                .file();
    }

    @Test
    void everyLessonOpensStepsAndComesBack(FxRobot robot) throws InterruptedException {
        List<LessonLibrary.Entry> lessons = desk.library().lessons();
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(3);
        for (LessonLibrary.Entry lesson : lessons) {
            open(lesson.file());
            for (int i = 0; i < 5; i++) {
                robot.type(KeyCode.RIGHT);
            }
            assertThat(settled().view().counts().acts()).as(lesson.header().title()).isEqualTo(5);
            robot.type(KeyCode.LEFT);
            assertThat(settled().view().counts().acts()).isEqualTo(4);
        }
    }

    @Test
    void theSpaceBarRunsAndPauses(FxRobot robot) throws InterruptedException {
        onWindow(() -> {
            desk.openPlayground();
            return true;
        });
        desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        robot.type(KeyCode.SPACE);
        var frame = settled();
        assertThat(frame.status()).isInstanceOf(Frame.Status.Paused.class);
        assertThat(frame.view().counts().acts()).isGreaterThan(1000);
    }

    @Test
    void aPersonWalksByTheArrowKeysAndTheWalkCanBeScrubbed(FxRobot robot) throws InterruptedException {
        var checked = ExperimentReader.read(
                Path.of("test.yaml"), "environment: {type: linear-track, states: 4}\nagent: {type: human}");
        onWindow(() -> {
            desk.play(checked.experiment().orElseThrow());
            desk.bench().root().requestFocus();
            return true;
        });
        settled();
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        assertThat(robot.lookup("#choose-up").queryAs(javafx.scene.control.Button.class).isVisible()).isTrue();
        for (KeyCode key : List.of(KeyCode.UP, KeyCode.RIGHT, KeyCode.DOWN)) {
            robot.type(key);
            settled();
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
        }
        assertThat(state(settled())).isEqualTo(1);
        robot.type(KeyCode.BACK_SPACE);
        assertThat(state(settled())).isEqualTo(2);
        desk.send(new Command.Seek(3));
        assertThat(state(settled())).isEqualTo(1);
        assertThat(settled().views()).hasSize(1);
    }

    private static int state(Frame frame) {
        return ((rewardscope.sim.View.World.Finite) frame.view().world()).state();
    }

    @Test
    void escapeLeavesATextFieldForTheKeysOfTheWindow(FxRobot robot) throws InterruptedException {
        open(track());
        onWindow(() -> {
            desk.bench().root().lookup(".text-field").requestFocus();
            return true;
        });
        robot.type(KeyCode.ESCAPE, KeyCode.RIGHT);
        assertThat(settled().view().counts().acts()).isEqualTo(1);
    }

    @Test
    void anInstrumentBroughtForwardShowsAPausedRun(FxRobot robot) throws InterruptedException {
        open(track());
        desk.send(new Command.Step(Command.Unit.ACT, 5));
        settled();
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        onWindow(() -> {
            desk.bench().bringForward("Parameters");
            return true;
        });
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        assertThat(robot.lookup(".parameter-slider").queryAll()).isNotEmpty();
    }

    @Test
    void theKeysPageOpensAndGivesTheFocusBack(FxRobot robot) {
        onWindow(() -> {
            desk.bench().root().requestFocus();
            return true;
        });
        robot.type(KeyCode.F1);
        assertThat(onWindow(() -> desk.keys().shown())).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> desk.keys().shown())).isFalse();
        assertThat(onWindow(() -> desk.scene().getFocusOwner())).isSameAs(desk.bench().root());
    }

    @Test
    void draggingOnTheTrackStandsTheRunWhereTheMouseIs(FxRobot robot) throws InterruptedException {
        open(track());
        desk.send(new Command.Step(Command.Unit.ACT, 200));
        settled();
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        robot.clickOn("#scrubber");
        assertThat(settled().view().counts().acts()).isBetween(90L, 110L);
        assertThat(settled().view().head()).isEqualTo(200);
    }

    @Test
    void presenterModeLeavesStageEquationAndTransport(FxRobot robot) {
        open(track());
        assertThat(onWindow(() -> desk.bench().shown().size())).isEqualTo(3);
        robot.type(KeyCode.P);
        assertThat(onWindow(() -> desk.bench().shown().size())).isEqualTo(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> desk.bench().shown().size())).isEqualTo(3);
    }

    @Test
    void anotherSeedIsShownAtOnce(FxRobot robot) throws InterruptedException {
        open(track());
        long before = settled().experiment().seed();
        robot.clickOn("#reseed");
        long after = settled().experiment().seed();
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aLessonWithMistakesOpensNothingAndListsThemAll() throws Exception {
        Path broken = folder.resolve("broken.md");
        Files.writeString(
                broken,
                """
                ---
                title: Broken
                unit: Test
                ---

                ```simulation one
                environment: {type: linear-trakc}
                agent: {type: q-learning}
                ```

                ```simulation two
                environment: {type: linear-track}
                agent: {type: q-learning, alpah: 0.1}
                ```
                """);
        open(broken);
        assertThat(desk.runner()).isEmpty();
        String page = onWindow(() -> desk.bench().root().lookupAll(".problem").toString());
        assertThat(page).contains("line 7").contains("line 13").contains("alpha").contains("linear-track");
    }

    @Test
    void aSavedLessonIsReloadedAtOnce() throws Exception {
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, Files.readString(track()));
        open(mine);
        Files.writeString(mine, Files.readString(track()).replaceFirst("title: .*", "title: A better title"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onWindow(() -> desk.title())
                .equals("A better title"));
    }

    private String notice() {
        return onWindow(() -> desk.bench().root().lookupAll(".notice").stream()
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse(""));
    }

    @Test
    void anOpenLessonThatIsDeletedIsASentenceItsRunGoesOnAndItIsReadAgainWhenItIsBack() throws Exception {
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, Files.readString(track()));
        open(mine);
        desk.send(new Command.Step(Command.Unit.ACT, 3));
        Files.delete(mine);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> notice().contains("mine.md is not there any more"));
        desk.send(new Command.Step(Command.Unit.ACT, 4));
        assertThat(settled().view().counts().acts()).isEqualTo(7);
        Files.writeString(mine, Files.readString(track()).replaceFirst("title: .*", "title: Back again"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onWindow(() -> desk.title()).equals("Back again"));
        assertThat(notice()).isEmpty();
        assertThat(settled().view().counts().acts()).isEqualTo(7);
    }

    @Test
    void aLessonOfTheLibraryThatIsGoneWhenItIsChosenIsASentence() throws Exception {
        open(folder.resolve("never.md"));
        assertThat(onWindow(() -> desk.bench().root().lookupAll(".problem").toString())).contains("there is no such file");
        open(track());
        assertThat(settled().view().counts().acts()).isZero();
    }

    @Test
    void aFullDiskIsASentenceAndTheTextStays() {
        Path full = Path.of("/dev/full"); // a device of Linux that refuses every byte, as a full disk does
        assumeTrue(Files.exists(full));
        String text = onWindow(() -> {
            desk.openPlayground();
            desk.playground().saveTo(full);
            return desk.playground().text();
        });
        assertThat(notice()).contains("could not be saved: /dev/full cannot be written: the disk is full.");
        assertThat(text).contains("environment");
    }

    @Test
    void thePlaygroundPlaysWhatIsWritten(FxRobot robot) throws InterruptedException {
        onWindow(() -> {
            desk.openPlayground();
            return true;
        });
        assertThat(settled().experiment().agentType().name()).isEqualTo("q-learning");
        onWindow(() -> {
            desk.playground().open("environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}\n");
            return true;
        });
        assertThat(settled().experiment().agentType().name()).isEqualTo("value-iteration");
        robot.clickOn("#unit");
        assertThat(settled().view().counts().sweeps()).isEqualTo(1);
    }

    @Test
    void aPaintedWallIsInTheExperimentThatIsPlayedAndSaved(FxRobot robot) throws Exception {
        onWindow(() -> {
            desk.openPlayground();
            desk.playground().open("environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}\n");
            desk.playground().toggleEditor();
            return true;
        });
        String before = onWindow(() -> desk.playground().text());
        long walls = before.chars().filter(c -> c == '#').count();
        robot.clickOn(".draft-canvas"); // the middle cell becomes a wall
        String after = onWindow(() -> desk.playground().text());
        assertThat(after.chars().filter(c -> c == '#').count()).isNotEqualTo(walls);
        assertThat(settled().experiment().agentType().name()).isEqualTo("value-iteration");
        Path file = folder.resolve("mine.yaml");
        onWindow(() -> {
            desk.playground().saveTo(file);
            return true;
        });
        assertThat(ExperimentReader.read(file, Files.readString(file)).experiment()).isPresent();
    }

    @Test
    void aMovedSliderTakesEffectAtOnce(FxRobot robot) throws InterruptedException {
        open(track());
        onWindow(() -> {
            desk.bench().bringForward("Parameters");
            return true;
        });
        double before = settled().view().parameters().getFirst().value();
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        robot.clickOn(".parameters .slider");
        double after = settled().view().parameters().getFirst().value();
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void noPulseWorksForATenthOfASecondWhileTheRunGoesFlatOut() throws TimeoutException {
        onWindow(() -> {
            desk.openPlayground();
            return true;
        });
        desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
        desk.send(new Command.Run());
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        var longest = new AtomicLong();
        var threads = ManagementFactory.getThreadMXBean();
        var timer = new AnimationTimer() {
            private long last = -1;

            @Override
            public void handle(long now) {
                long present = threads.getCurrentThreadCpuTime(); // work, not waiting: other programs do not count
                longest.accumulateAndGet(last < 0 ? 0 : present - last, Math::max);
                last = present;
            }
        };
        AtomicLong pulses = onWindow(AtomicLong::new);
        var counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        };
        onWindow(() -> {
            timer.start();
            counter.start();
            return true;
        });
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> pulses.get() > 100); // however long other programs keep the machine busy
        onWindow(() -> {
            timer.stop();
            counter.stop();
            return true;
        });
        assertThat(longest.get()).isLessThan(100_000_000L);
    }
}
