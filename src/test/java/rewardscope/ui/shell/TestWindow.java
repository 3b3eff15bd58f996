package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.ui.theme.Fonts;

/// A desk in a window, for tests that press keys and buttons.
final class TestWindow {
    static final Path LESSONS = Path.of(System.getProperty("rewardscope.home"), "lessons");

    private TestWindow() {}

    /// Puts a desk with the shipped lessons on a stage.
    static Desk show(Stage stage, double width, double height) {
        Fonts.load();
        var desk = new Desk(LESSONS, width, height);
        stage.setScene(desk.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return desk;
    }

    /// Does something in the window and waits for it.
    static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            work.run();
            return true;
        });
    }

    /// Opens a lesson and waits until it stands there whole.
    static void open(Desk desk, String lesson) throws InterruptedException {
        CompletableFuture<Void> opened =
                WaitForAsyncUtils.waitForAsyncFx(20_000, () -> desk.load(LESSONS.resolve(lesson)));
        opened.join();
        while (!WaitForAsyncUtils.waitForAsyncFx(20_000, () -> desk.panes().lesson().isTypeset())) {
            Thread.sleep(10);
        }
    }
}
