package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;

/// The window with text at twice its usual size.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeTextTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home", "."), "lessons");

    private Desk desk;

    @BeforeAll
    void start() throws Exception {
        Headless.start();
        desk = Headless.onFx(() -> {
            var made = new Desk(LessonLibrary.of(LESSONS), new Formulas(), Study.ofNobody(), 1440, 900);
            made.lateWork().forEach(Runnable::run);
            return made;
        });
        CompletableFuture<Void> opened = Headless.onFx(
                () -> desk.load(LESSONS.resolve("01-the-problem/what-reinforcement-learning-is.md")));
        opened.join();
        Headless.onFx(() -> {
            desk.style().zoom(2);
            return true;
        });
        while (!Headless.onFx(() -> desk.still().isDrawn())) {
            Thread.sleep(2);
        }
        Headless.settle();
        Headless.onFx(() -> {
            desk.still().layOut();
            desk.still().layOut();
            return true;
        });
    }

    @AfterAll
    void close() throws Exception {
        Headless.onFx(() -> {
            desk.close();
            return true;
        });
    }

    @Test
    void noWordOfTheLibraryIsBroken() throws Exception {
        List<String> broken = Headless.onFx(() -> {
            var found = new ArrayList<String>();
            for (var node : desk.bench().library().lookupAll(".library-entry")) {
                var entry = (ToggleButton) node;
                double room = entry.getWidth()
                        - entry.snappedLeftInset()
                        - entry.snappedRightInset()
                        - entry.getGraphic().getLayoutBounds().getWidth()
                        - entry.getGraphicTextGap();
                for (String word : entry.getText().split("\\s+")) {
                    var measured = new Text(word);
                    measured.setFont(entry.getFont());
                    if (measured.getLayoutBounds().getWidth() > room) {
                        found.add(word);
                    }
                }
            }
            return found;
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void theLessonIsNotWiderThanItsPane() throws Exception {
        List<String> wide = Headless.onFx(() -> {
            var scroll = (ScrollPane) desk.panes().lesson().node().lookup(".lesson-scroll");
            var page = (Region) desk.panes().lesson().node().lookup(".lesson-page");
            double width = scroll.getViewportBounds().getWidth();
            var found = new ArrayList<String>();
            if (page.getWidth() > width + 1) {
                widest((Parent) page, width - page.getInsets().getLeft() - page.getInsets().getRight(), found);
                found.add(page.getWidth() + " of " + width);
            }
            return found;
        });
        assertThat(wide).isEmpty();
    }

    /// What wants more than there is.
    private static void widest(Parent parent, double width, List<String> found) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child.isManaged() && child.minWidth(-1) > width) {
                found.add(child + " needs " + child.minWidth(-1) + " of " + width);
                if (child instanceof Parent inner) {
                    widest(inner, width, found);
                }
            }
        }
    }
}
