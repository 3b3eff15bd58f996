package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static rewardscope.ui.shell.TestWindow.onWindow;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A newcomer's first minute, by mouse and by keys.
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    private Desk desk;

    @Start
    void start(Stage stage) {
        desk = TestWindow.show(stage, 1440, 800);
    }

    @AfterEach
    void close() {
        onWindow(() -> desk.close());
    }

    private long acts() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> desk.runner()
                .map(runner -> runner.takeFrame().view().counts().acts())
                .orElse(0L));
    }

    @Test
    void oneClickLeadsToARatThatLearns(FxRobot robot) throws Exception {
        onWindow(() -> desk.welcome().greet());
        robot.clickOn("#welcome-rat");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> acts() > 3);
        assertThat(desk.title()).contains("rat");
        assertThat(desk.welcome().shown()).isFalse();
    }

    @Test
    void soDoesTheEnterKeyAndTheTourIsGoneThroughByKeys(FxRobot robot) throws Exception {
        onWindow(() -> desk.openPlayground());
        onWindow(() -> desk.welcome().showAround());
        for (int i = 0; i < 5; i++) {
            Button next = robot.lookup("#tour-next").queryButton();
            assertThat(next.isFocused()).isTrue();
            assertThat(next.getAccessibleText()).isNotBlank();
            robot.type(i % 2 == 0 ? KeyCode.RIGHT : KeyCode.ENTER);
        }
        assertThat(robot.lookup("#tour-next").queryButton().getText()).isEqualTo("Done");
        assertThat(acts()).as("the keys belong to the tour").isZero();
        robot.type(KeyCode.SPACE);
        assertThat(desk.welcome().shown()).isFalse();
        onWindow(() -> desk.welcome().greet());
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> acts() > 3);
    }

    @Test
    void escapeSkipsBothAndTheTourComesAgainFromThePageOfKeys(FxRobot robot) {
        onWindow(() -> desk.welcome().greet());
        robot.type(KeyCode.ESCAPE);
        assertThat(desk.welcome().shown()).isFalse();
        robot.type(KeyCode.F1);
        robot.clickOn("#keys-tour");
        assertThat(desk.welcome().shown()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(desk.welcome().shown()).isFalse();
        assertThat(desk.welcome().welcomed()).isTrue();
    }
}
