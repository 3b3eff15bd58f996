package rewardscope.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import rewardscope.course.Act;
import rewardscope.course.LessonNames;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;

/// The cards of a lesson's exercises in the window of 1280×720, in both themes and at twice the size of text, to be judged
/// by eye: `CardGallery FOLDER LESSON EXERCISE...`. Half of the learner's answers are there already.
final class CardGallery {
    /// Milliseconds, for the pulses that a window draws in.
    private static final long PAUSE = 2500;

    private CardGallery() {}

    public static void main(String[] arguments) {
        try {
            draw(arguments);
        } catch (Exception e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void draw(String[] arguments) throws Exception {
        Path lessons = Path.of(System.getProperty("rewardscope.home"), "lessons");
        Path file = lessons.resolve(arguments[1]);
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        Headless.start();
        var study = Study.ofNobody();
        var exercises = List.copyOf(LessonReader.read(file).lesson().exercises().values());
        for (int i = 0; i < exercises.size(); i += 2) {
            var exercise = exercises.get(i);
            String lesson = LessonNames.of(lessons, file);
            exercise.task().hints().forEach(_ -> study.add(new Act(Instant.EPOCH, lesson, exercise.id(), Act.Kind.HINT, Map.of())));
            study.add(new Act(Instant.EPOCH, lesson, exercise.id(), Act.Kind.SHOWN, Map.of()));
        }
        Desk desk = Headless.onFx(() -> {
            var made = new Desk(LessonLibrary.of(lessons), new Formulas(), study, 1280, 720);
            made.lateWork().forEach(Runnable::run);
            return made;
        });
        Headless.onFx(() -> {
            var stage = new Stage();
            stage.setScene(desk.scene());
            stage.show();
            return desk.load(file);
        }).join();
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (double scale : new double[] {1, 2}) {
                Headless.onFx(() -> {
                    desk.use(palette);
                    desk.style().size(scale);
                    return true;
                });
                Thread.sleep(PAUSE);
                while (!Headless.onFx(() -> desk.panes().lesson().isTypeset())) {
                    Thread.sleep(20);
                }
                for (String id : wanted) {
                    Headless.onFx(() -> {
                        scrollTo(desk, exercises.stream().map(e -> e.id()).toList().indexOf(id));
                        return true;
                    });
                    Thread.sleep(PAUSE);
                    Headless.onFx(() -> {
                        Headless.picture(
                                desk.scene(), 1, Path.of(arguments[0], id + "-" + palette.name().toLowerCase(Locale.ROOT) + "-" + (int) scale + "x.png"));
                        return true;
                    });
                }
            }
        }
    }

    private static void scrollTo(Desk desk, int number) {
        var scroll = (ScrollPane) desk.panes().lesson().node().lookup(".lesson-scroll");
        Node card = scroll.getContent().lookupAll(".lesson-exercise").toArray(Node[]::new)[number];
        Bounds place = scroll.getContent().sceneToLocal(card.localToScene(card.getLayoutBounds()));
        double range = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(Math.clamp((place.getMinY() - 16) / range, 0, 1));
    }
}
