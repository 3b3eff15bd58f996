package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static rewardscope.ui.shell.TestWindow.onWindow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.share.SavedRun;

/// A run is copied in one window and pasted into another, by keys.
@ExtendWith(ApplicationExtension.class)
class SharingTest {
    private Desk desk;

    @Start
    void start(Stage stage) {
        desk = TestWindow.show(stage, 1280, 720);
    }

    @AfterEach
    void close() {
        onWindow(() -> desk.close());
    }

    private Frame settled() throws InterruptedException {
        WaitForAsyncUtils.waitForFxEvents();
        var frame = new AtomicReference<Frame>();
        desk.runner().orElseThrow().settle(frame::set);
        return frame.get();
    }

    private String notice() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> desk.bench().root().lookupAll(".notice").stream()
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse(""));
    }

    private void waitForNotice(String words) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> notice().contains(words));
    }

    @Test
    void copiedInALessonItComesToTheSameStateInThePlayground(FxRobot robot) throws Exception {
        TestWindow.open(desk, "04-temporal-difference/the-rat-on-the-linear-track.md");
        desk.send(new Command.Step(Command.Unit.ACT, 30));
        settled();
        desk.send(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.75))));
        desk.send(new Command.Step(Command.Unit.ACT, 12));
        Frame sent = settled();
        onWindow(() -> desk.bench().root().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        waitForNotice("Copied: ");
        assertThat(notice()).contains("seed 7, act 42");

        onWindow(() -> desk.openPlayground());
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        waitForNotice("bit for bit");
        Frame opened2 = settled();
        assertThat(SavedRun.of(opened2).ways()).isEqualTo(SavedRun.of(sent).ways());
        assertThat(opened2.view().event().orElseThrow()).hasToString(sent.view().event().orElseThrow().toString());
    }

    @Test
    void whatIsNoRunIsASentence(FxRobot robot) throws Exception {
        onWindow(() -> desk.openPlayground());
        onWindow(() -> desk.share().sharing().open("rewardscope:1:abcdef"));
        waitForNotice("cut short");
        onWindow(() -> desk.share().sharing().open("good morning"));
        waitForNotice("This is no shared run");
    }

    @Test
    void theExperimentAloneIsCopiedFromTheMenuByKeys(FxRobot robot) throws Exception {
        onWindow(() -> desk.openPlayground());
        settled();
        robot.type(KeyCode.S);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        waitForNotice("Copied: the experiment");
        String text = WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(text).startsWith("rewardscope:1:");
    }
}
