package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
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
import rewardscope.cli.CommandLineApp;
import rewardscope.cli.Desktop;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.ui.stage.DraftCanvas;

/// A world is painted, saved and proved without a mouse; and a key in an open menu is the menu's alone.
@ExtendWith(ApplicationExtension.class)
class GridByKeyboardTest {
    private static final int MOST_TABS = 30;

    @TempDir
    Path folder;

    private Desk desk;

    @Start
    void start(Stage stage) {
        desk = TestWindow.show(stage, 1200, 760);
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

    private Node focus() {
        return onWindow(() -> desk.scene().getFocusOwner());
    }

    private String heard() {
        return onWindow(() -> desk.scene().getFocusOwner().getAccessibleText());
    }

    /// Goes on with Tab to a control that says this of itself, or that a label says it of.
    private void tabTo(FxRobot robot, String name) {
        go(robot, name, KeyCode.TAB);
    }

    private void tabBackTo(FxRobot robot, String name) {
        go(robot, name, KeyCode.SHIFT, KeyCode.TAB);
    }

    private void go(FxRobot robot, String name, KeyCode... keys) {
        for (int i = 0; i < MOST_TABS; i++) {
            robot.push(keys);
            if (name.equals(nameOf(focus()))) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + name);
    }

    private String nameOf(Node node) {
        return onWindow(() -> {
            Node field = node instanceof TextField && node.getParent() instanceof Spinner<?> spinner ? spinner : node;
            return desk.bench().root().lookupAll(".label").stream()
                    .map(javafx.scene.control.Label.class::cast)
                    .filter(label -> label.getLabelFor() == field)
                    .map(javafx.scene.control.Label::getText)
                    .findFirst()
                    .orElseGet(() -> node instanceof CheckBox box ? box.getText() : node.getAccessibleText());
        });
    }

    private void write(FxRobot robot, String text) {
        onWindow(() -> {
            ((TextInputControl) desk.scene().getFocusOwner()).selectAll();
            return true;
        });
        robot.write(text, 0);
        robot.push(KeyCode.ENTER);
    }

    /// From the cliff, 4×12, where the playground begins, to the 4×3 world.
    @Test
    void aWorldIsPaintedAndSavedByKeysAlone(FxRobot robot) throws Exception {
        Path file = folder.resolve("mine.yaml");
        onWindow(() -> {
            desk.playground().saveWhere(() -> Optional.of(file));
            desk.bench().root().requestFocus();
            return true;
        });
        robot.push(KeyCode.G);
        assertThat(focus()).isInstanceOf(DraftCanvas.class);
        tabTo(robot, "Rows");
        robot.push(KeyCode.DOWN);
        tabTo(robot, "Columns");
        for (int i = 12; i > 4; i--) {
            robot.push(KeyCode.DOWN);
        }
        tabTo(robot, "Reward of a step");
        write(robot, "-0.04");
        tabTo(robot, "Noise");
        write(robot, "0.2");
        backToTheGrid(robot);

        keys(robot, KeyCode.DIGIT3, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        assertThat(heard()).isEqualTo("row 2, column 0, start");
        keys(robot, KeyCode.DIGIT1, KeyCode.UP, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(heard()).isEqualTo("row 1, column 1, wall");
        keys(robot, KeyCode.RIGHT, KeyCode.SPACE);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(heard()).as("undone").isEqualTo("row 1, column 2, free");

        keys(robot, KeyCode.RIGHT, KeyCode.DIGIT4);
        tabBackTo(robot, "Reward that the brush paints");
        write(robot, "-1");
        assertThat(focus()).as("Enter leads back to the grid").isInstanceOf(DraftCanvas.class);
        keys(robot, KeyCode.SPACE);
        assertThat(heard()).isEqualTo("row 1, column 3, reward minus 1, ends the episode");
        tabBackTo(robot, "Reward that the brush paints");
        write(robot, "1");
        keys(robot, KeyCode.UP, KeyCode.SPACE);
        assertThat(heard()).isEqualTo("row 0, column 3, reward +1, ends the episode");

        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        var read = ExperimentReader.read(file, Files.readString(file)).experiment().orElseThrow();
        assertThat(((Map<?, ?>) read.source().get("environment")).get("layout")).isEqualTo("...G\n.#.P\nS...\n");
        assertThat(((Map<?, ?>) read.source().get("environment")).get("noise")).isEqualTo(0.2);
        assertThat(check(file)).isZero();
        assertThat(onWindow(() -> desk.runner().orElseThrow().experiment().environment()))
                .as("and it is what is played")
                .isEqualTo(read.environment());
        assertThat(acts()).as("Space painted, and ran nothing").isZero();
    }

    @Test
    void shiftAndAnArrowPaintOnTheWay(FxRobot robot) {
        onWindow(() -> {
            desk.bench().root().requestFocus();
            return true;
        });
        robot.push(KeyCode.G);
        keys(robot, KeyCode.DIGIT1);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(onWindow(() -> desk.playground().editor().draft().get().rows().getFirst())).startsWith(".##.");
    }

    @Test
    void whereALessonIsOpenTheGridOpensInThePlayground(FxRobot robot) {
        onWindow(() -> desk.load(desk.library().lessons().getFirst().file())).join();
        robot.push(KeyCode.G);
        assertThat(onWindow(() -> desk.lesson())).isEmpty();
        assertThat(focus()).isInstanceOf(DraftCanvas.class);
    }

    @Test
    void keysInAnOpenMenuDoNothingElse(FxRobot robot) throws InterruptedException {
        onWindow(() -> {
            desk.openPlayground();
            desk.bench().root().requestFocus();
            return true;
        });
        robot.push(KeyCode.RIGHT);
        assertThat(acts()).isEqualTo(1);
        robot.push(KeyCode.S);
        assertThat(onWindow(() -> desk.share().node().isShowing())).isTrue();
        for (int i = 0; i < 6; i++) {
            robot.push(KeyCode.DOWN); // to the menu in the menu
        }
        keys(robot, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT);
        assertThat(acts()).isEqualTo(1);
        keys(robot, KeyCode.ESCAPE, KeyCode.ESCAPE);
        onWindow(() -> {
            desk.share().node().hide();
            return true;
        });
        robot.push(KeyCode.RIGHT);
        assertThat(acts()).as("and the keys are the window's again").isEqualTo(2);
    }

    private static void keys(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
    }

    private void backToTheGrid(FxRobot robot) {
        for (int i = 0; i < MOST_TABS && !(focus() instanceof DraftCanvas); i++) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertThat(focus()).isInstanceOf(DraftCanvas.class);
    }

    private static int check(Path file) {
        var said = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return CommandLineApp.run(new String[] {"check", file.toString()}, said, said, Desktop.none("no window here"));
    }

    private long acts() throws InterruptedException {
        WaitForAsyncUtils.waitForFxEvents();
        var frame = new AtomicReference<Frame>();
        desk.runner().orElseThrow().settle(frame::set);
        return frame.get().view().counts().acts();
    }
}
