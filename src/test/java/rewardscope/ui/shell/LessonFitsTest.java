package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.course.Act;
import rewardscope.course.LessonNames;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.lesson.Overflow;

/// Every lesson in a window of 1280×720, its hints taken and its explanations given: nothing stands out of the column or is
/// cut off, at the usual size of text and at twice that size.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonFitsTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home", "."), "lessons");

    @TempDir
    static Path folder;

    private Desk desk;

    static List<Path> lessons() {
        return LessonLibrary.lessonFiles(LESSONS);
    }

    @BeforeAll
    void start() throws Exception {
        Headless.start();
        var study = Study.open(folder);
        for (Path file : lessons()) {
            LessonReader.read(file).lesson().exercises().values().forEach(exercise -> {
                String lesson = LessonNames.of(LESSONS, file);
                exercise.task().hints().forEach(_ -> study.add(new Act(Instant.EPOCH, lesson, exercise.id(), Act.Kind.HINT, Map.of())));
                study.add(new Act(Instant.EPOCH, lesson, exercise.id(), Act.Kind.RIGHT, Map.of()));
            });
        }
        desk = Headless.onFx(() -> {
            var made = new Desk(LessonLibrary.of(LESSONS), new Formulas(), study, 1280, 720);
            made.lateWork().forEach(Runnable::run);
            return made;
        });
    }

    @AfterAll
    void close() throws Exception {
        Headless.onFx(() -> {
            desk.close();
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingInALessonIsClippedAtAnySizeOfText(Path file) throws Exception {
        CompletableFuture<Void> opened = Headless.onFx(() -> desk.load(file));
        opened.join();
        var found = new ArrayList<String>();
        found.addAll(overflow("100 %", 1));
        found.addAll(overflow("200 %", 2));
        Headless.onFx(() -> {
            desk.style().zoom(0.5);
            return true;
        });
        assertThat(found).isEmpty();
    }

    private List<String> overflow(String size, double factor) throws Exception {
        Headless.onFx(() -> {
            desk.style().zoom(factor);
            return true;
        });
        while (!Headless.onFx(() -> desk.still().isDrawn())) {
            Thread.sleep(2);
        }
        Headless.settle();
        return Headless.onFx(() -> {
            desk.still().layOut();
            desk.still().layOut();
            Node page = desk.panes().lesson().node().lookup(".lesson-page");
            return Overflow.in(page).stream().map(line -> size + " " + line).toList();
        });
    }
}
