package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.agent.Schedule;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Session;
import rewardscope.ui.Offscreen;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.share.SessionFile;
import rewardscope.ui.share.SessionKeeper;
import rewardscope.ui.theme.Fonts;

/// What was open when the window went comes back with the next one.
class SessionsTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home"), "lessons");
    private static final Path RAT = LESSONS.resolve("04-temporal-difference/the-rat-on-the-linear-track.md");

    @TempDir
    Path folder;

    private final List<Desk> desks = new ArrayList<>();

    private Desk desk() {
        Desk desk = Offscreen.on(() -> {
            Fonts.load();
            return new Desk(LESSONS, 1440, 900);
        });
        desks.add(desk);
        return desk;
    }

    @AfterEach
    void close() {
        desks.forEach(desk -> Offscreen.run(desk::close));
    }

    private static void open(Desk desk, Path lesson) {
        CompletableFuture<Void> opened = Offscreen.on(() -> desk.load(lesson));
        opened.join();
    }

    private static Frame settled(Desk desk) throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        Offscreen.on(desk::runner).orElseThrow().settle(frame::set);
        return frame.get();
    }

    private static Session now(Desk desk) {
        return Offscreen.on(() -> desk.sessions().now());
    }

    private static SavedRun active(Session session) {
        return session.runs().get(session.active());
    }

    /// A new window that takes a session up from its file.
    private Desk again(Session session) throws IOException {
        var file = new SessionFile(folder);
        file.write(session);
        Session read = file.read().session().orElseThrow();
        Desk desk = desk();
        Offscreen.run(() -> desk.sessions().takeUp(read));
        Optional<Path> lesson = Sessions.lesson(read, desk.library());
        if (lesson.isPresent()) {
            open(desk, lesson.get());
        } else {
            Offscreen.run(desk::openPlayground);
        }
        return desk;
    }

    private static String notice(Desk desk) {
        return Offscreen.on(() -> desk.bench().root().lookupAll(".notice").stream()
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse(""));
    }

    @Test
    void aLessonWithItsRunAtItsStepAndItsForks() throws Exception {
        Desk first = desk();
        open(first, RAT);
        first.send(new Command.Reseed(99));
        first.send(new Command.Step(Command.Unit.ACT, 80));
        settled(first);
        first.send(new Command.Seek(50));
        first.send(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.9))));
        first.send(new Command.Step(Command.Unit.ACT, 20));
        SavedRun before = SavedRun.of(settled(first));
        assertThat(before.ways()).hasSize(2);

        SavedRun after = SavedRun.of(settled(again(now(first))));
        assertThat(after.ways()).isEqualTo(before.ways());
        assertThat(after.active()).isEqualTo(before.active());
        assertThat(after.together()).isEqualTo(before.together());
        assertThat(after.experiment().seed()).isEqualTo(99);
    }

    @Test
    void thePlaygroundWithItsTextEvenIfThatHasMistakes() throws Exception {
        Desk first = desk();
        Offscreen.run(() -> {
            first.openPlayground();
            first.playground().open("environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}\n");
        });
        first.send(new Command.Step(Command.Unit.ACT, 33));
        settled(first);
        Offscreen.run(() -> first.playground().open("environment: {preset: aima-4x"));

        Desk second = again(now(first));
        assertThat(Offscreen.on(second::playgroundText)).isEqualTo("environment: {preset: aima-4x");
        assertThat(settled(second).view().counts().acts()).isEqualTo(33);
        assertThat(settled(second).experiment().agentType().name()).isEqualTo("value-iteration");
    }

    @Test
    void themeTextSizeTabAndDividers() throws Exception {
        Desk first = desk();
        open(first, RAT);
        Offscreen.run(() -> {
            first.still().layOut();
            first.style().toggle();
            first.style().zoom(1.25);
            first.bench().toggleLibrary();
            first.bench().bringForward(PaneSet.TABLE);
            first.still().layOut();
        });
        Session before = now(first);
        Desk second = again(before);
        Offscreen.run(second.still()::layOut);
        var after = now(second).appearance();
        assertThat(after.dark()).isTrue();
        assertThat(after.textScale()).isEqualTo(1.25);
        assertThat(after.library()).isFalse();
        assertThat(after.tab()).isEqualTo(PaneSet.TABLE);
        assertThat(after.columns()).hasSameSizeAs(before.appearance().columns());
        for (int i = 0; i < 2; i++) {
            assertThat(after.panes().get(i)).isCloseTo(before.appearance().panes().get(i), org.assertj.core.api.Assertions.within(0.01));
        }
    }

    @Test
    void aLessonThatIsGoneIsASentenceAndItsRunGoesOnInThePlayground() throws Exception {
        Desk first = desk();
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, Files.readString(RAT));
        open(first, mine);
        first.send(new Command.Step(Command.Unit.ACT, 12));
        settled(first);
        Session session = now(first);
        Files.delete(mine);
        Desk second = again(session);
        assertThat(settled(second).view().counts().acts()).isEqualTo(12);
        assertThat(notice(second)).contains("mine.md is not there any more").contains("playground");
    }

    @Test
    void aLessonSavedByItsAuthorKeepsTheLearnersRun() throws Exception {
        Desk desk = desk();
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, Files.readString(RAT));
        open(desk, mine);
        desk.send(new Command.Step(Command.Unit.ACT, 12));
        settled(desk);
        open(desk, mine);
        assertThat(settled(desk).view().counts().acts()).isEqualTo(12);
    }

    @Test
    void aRunOnItsWayBackIsNotForgottenWhenTheWindowGoesInTheMeantime() throws Exception {
        Desk first = desk();
        open(first, RAT);
        first.send(new Command.Step(Command.Unit.ACT, 400_000));
        settled(first);
        Session session = now(first);
        Desk second = again(session);
        second.send(new Command.Pause());
        Frame halfway = settled(second);
        long there = halfway.view().counts().acts();
        // the window glances at what the run has published, which may be a moment behind
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> active(now(second)).way().act() == there);
        assertThat(active(now(second)).way().head()).isEqualTo(400_000);
    }

    @Test
    void theFileIsWrittenWhileTheWindowIsOpenAndABrokenOneIsPutAside() throws Exception {
        Desk desk = desk();
        open(desk, RAT);
        var file = new SessionFile(folder);
        var keeper = Offscreen.on(() -> {
            var made = new SessionKeeper(file, desk.sessions()::now, desk::notice);
            made.start();
            return made;
        });
        desk.send(new Command.Step(Command.Unit.ACT, 7));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> file.read().session()
                .filter(session -> session.runs().values().stream().anyMatch(run -> run.way().act() == 7))
                .isPresent());
        Offscreen.run(keeper::close);
        Files.writeString(folder.resolve("session.yaml"), "rewardscope-session: 1\nruns: {");
        assertThat(file.read().trouble()).contains("its file is damaged").contains("fresh start");
        assertThat(folder.resolve("session-not-read.yaml")).exists();
        assertThat(file.read()).isEqualTo(SessionFile.Found.NOTHING);
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneSentence() throws Exception {
        Desk desk = desk();
        open(desk, RAT);
        Path blocked = folder.resolve("file-not-folder");
        Files.writeString(blocked, "");
        var keeper = Offscreen.on(() -> new SessionKeeper(new SessionFile(blocked), desk.sessions()::now, desk::notice));
        Offscreen.run(keeper::look);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> notice(desk).contains("cannot be kept"));
        Offscreen.run(keeper::close);
    }

    @Test
    void aHomeThatCannotBeWrittenIsOneSentenceForAllAndTheWorkGoesOn() throws Exception {
        Path home = Files.writeString(folder.resolve("no-folder"), "in the way").resolve("rewardscope");
        Desk desk = Offscreen.on(() -> {
            Fonts.load();
            return new Desk(LessonLibrary.of(LESSONS), new Formulas(), Study.open(home), 1440, 900);
        });
        desks.add(desk);
        open(desk, RAT);
        var keeper = Offscreen.on(() -> desk.sessions().keeper(new SessionFile(home)));
        Offscreen.run(keeper::look);
        Offscreen.run(keeper::close); // waits for the writer, whose complaint would be on its way now
        Offscreen.run(() -> desk.access().toggle());
        assertThat(notice(desk)).contains("Answers are not kept this time, nor where you are").contains("Hand in before");
        desk.send(new Command.Step(Command.Unit.ACT, 5));
        assertThat(settled(desk).view().counts().acts()).isEqualTo(5);
    }
}
