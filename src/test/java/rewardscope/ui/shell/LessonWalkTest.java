package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.course.Learner;
import rewardscope.course.Progress;
import rewardscope.course.Study;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LinkTarget;
import rewardscope.sim.Command;
import rewardscope.sim.Counts;
import rewardscope.sim.Frame;
import rewardscope.sim.LessonChecker;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.lesson.CardHand;
import rewardscope.ui.lesson.LessonPane;

/// Two learners go through every lesson in the window, from its first link to its last exercise. The first answers
/// everything wrong and then right; the second has other numbers where a lesson has variants.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonWalkTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home", "."), "lessons");
    /// A link that trains a model for minutes is seen to run and is then stopped.
    private static final long LONGEST_RUN_MS = 400;

    @TempDir
    static Path folder;

    private Desk desk;
    private Desk second;

    static List<Path> lessons() {
        return LessonLibrary.lessonFiles(LESSONS);
    }

    @BeforeAll
    void start() throws Exception {
        Headless.start();
        var formulas = new Formulas();
        desk = desk(formulas, 4711);
        second = desk(formulas, 815);
    }

    private Desk desk(Formulas formulas, long seed) throws Exception {
        var study = Study.open(folder.resolve(Long.toString(seed)));
        study.rename(new Learner("", seed)).join();
        return onFx(() -> new Desk(LessonLibrary.of(LESSONS), formulas, study, 1280, 720));
    }

    @AfterAll
    void close() throws Exception {
        onFx(() -> {
            desk.close();
            second.close();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return Headless.onFx(work);
    }

    private static void await(Callable<Boolean> condition, String what) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!onFx(condition)) {
            assertThat(System.nanoTime()).as("the wait for " + what).isLessThan(until);
            Thread.sleep(2);
        }
    }

    private static Lesson open(Desk desk, Path file) throws Exception {
        CompletableFuture<Void> opened = onFx(() -> desk.load(file));
        opened.get(1, TimeUnit.MINUTES);
        await(() -> desk.panes().lesson().isTypeset(), "the text of " + file);
        Lesson lesson = desk.lesson().map(LessonChecker.Checked::lesson).orElseThrow();
        assertThat(lesson.file()).isEqualTo(file);
        return lesson;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLinkOfALessonIsCarriedOut(Path file) throws Exception {
        Lesson lesson = open(desk, file);
        var pills = onFx(() -> CardHand.seen(desk.panes().lesson().node())
                .filter(node -> node.getStyleClass().contains("lesson-pill"))
                .map(Button.class::cast)
                .toList());
        var targets = lesson.links().stream()
                .map(Lesson.PlacedLink::target)
                .filter(target -> target instanceof LinkTarget.Do || target instanceof LinkTarget.Show)
                .toList();
        assertThat(pills).as("links that can be seen before anything is answered").hasSizeLessThanOrEqualTo(targets.size());
        for (LinkTarget target : targets) {
            Counts before = counts(target);
            onFx(() -> {
                desk.host().follow(target);
                return true;
            });
            Frame after = settled();
            assertThat(after.status()).as(target.toString()).isNotInstanceOf(Frame.Status.Failed.class);
            if (target instanceof LinkTarget.Do act) {
                assertThat(ran(act, before, after.view().counts())).as(act + " from " + before + " to " + after.view().counts()).isTrue();
            } else {
                assertThat(after.view().counts()).as("looking changes nothing").isEqualTo(before);
            }
        }
        for (Button pill : pills) {
            onFx(() -> {
                pill.fire();
                return true;
            });
            assertThat(settled().status()).as(pill.getText()).isNotInstanceOf(Frame.Status.Failed.class);
        }
    }

    /// How far the simulation of a link has come.
    private Counts counts(LinkTarget target) throws Exception {
        onFx(() -> {
            desk.activate(target instanceof LinkTarget.Do act ? act.simulation() : ((LinkTarget.Show) target).simulation());
            return true;
        });
        return settled().view().counts();
    }

    /// The frame in which the run stands still; it is made to, if that takes long.
    private Frame settled() throws Exception {
        var runner = onFx(() -> desk.runner().orElseThrow());
        var still = new CompletableFuture<Frame>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                runner.settle(still::complete);
            } catch (InterruptedException e) {
                still.completeExceptionally(e);
            }
        });
        if (!waiting.join(java.time.Duration.ofMillis(LONGEST_RUN_MS))) {
            runner.send(new Command.Pause());
        }
        return still.get(1, TimeUnit.MINUTES);
    }

    private static boolean ran(LinkTarget.Do act, Counts before, Counts after) {
        Counts from = act.restart() ? new Counts(0, 0, 0, 0, 0, 0) : before;
        return switch (act.unit()) {
            case NOTHING -> true;
            case STEPS -> after.steps() > from.steps() && after.steps() <= from.steps() + act.amount();
            case EPISODES -> after.acts() > from.acts() && after.episodes() <= from.episodes() + act.amount();
            case SWEEPS -> after.acts() > from.acts() && after.sweeps() <= from.sweeps() + act.amount();
            case UPDATES -> after.acts() > from.acts() && after.updates() <= from.updates() + act.amount();
        };
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyExerciseTakesAWrongAnswerAndThenTheRightOne(Path file) throws Exception {
        Lesson lesson = open(desk, file);
        lesson.exercises().values().forEach(desk.host()::expected); // worked out all at once, on every core
        for (Exercise exercise : lesson.exercises().values()) {
            new Walk(desk, lesson, exercise).wrongThenRight();
        }
        onFx(() -> {
            assertThat(standings(desk, lesson)).allSatisfy(standing -> {
                assertThat(standing.over()).isTrue();
                assertThat(standing.wrongTries()).isEqualTo(1);
            });
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void anotherLearnerIsJudgedByTheirOwnNumbers(Path file) throws Exception {
        boolean variants = onFx(() -> desk.library().lessons().stream()
                .filter(entry -> entry.file().equals(file))
                .anyMatch(entry -> entry.header().variantCount() > 1));
        Lesson lesson = open(second, file);
        for (Exercise exercise : lesson.exercises().values()) {
            if (variants || exercise instanceof Exercise.Predict) { // everything else is, letter for letter, the same
                new Walk(second, lesson, exercise).right();
            }
        }
        onFx(() -> {
            assertThat(standings(second, lesson)).allMatch(Progress.Standing::solved);
            return true;
        });
    }

    private static List<Progress.Standing> standings(Desk desk, Lesson lesson) {
        return lesson.exercises().values().stream().map(desk.host()::standing).flatMap(Optional::stream).toList();
    }

    /// One exercise in the hands of one learner.
    private record Walk(Desk desk, Lesson lesson, Exercise exercise) {
        private LessonPane pane() {
            return desk.panes().lesson();
        }

        private CardHand hand() {
            return CardHand.on(pane(), exercise.id());
        }

        private String name() {
            return "`" + exercise.id() + "`";
        }

        private Optional<Expected> expected() throws Exception {
            return desk.host().expected(exercise).get(3, TimeUnit.MINUTES);
        }

        /// Answers, and waits for the verdict.
        private String answer(boolean right) throws Exception {
            var expected = expected();
            onFx(() -> {
                hand().write(exercise, lesson, expected, right);
                hand().check();
                return true;
            });
            return verdict();
        }

        private String verdict() throws Exception {
            await(() -> hand().verdict().isPresent(), "the verdict on " + name());
            return onFx(() -> hand().verdict().orElseThrow());
        }

        void wrongThenRight() throws Exception {
            onFx(() -> {
                assertThat(hand().hintsShown()).as(name()).isZero();
                assertThat(hand().explained()).as("nothing is explained before the answer").isFalse();
                return true;
            });
            switch (exercise) {
                case Exercise.Text _ -> wrongThenRightByOnesOwnJudgement();
                case Exercise.Predict _ -> {
                    assertThat(answer(false)).as(name()).startsWith("It turned out otherwise: ").doesNotEndWith(": .");
                    explainedIfThereIsSomething();
                }
                default -> {
                    assertThat(answer(false)).as(name()).matches("Not yet.*|The goal held for only .*");
                    onFx(() -> {
                        assertThat(hand().marked("✗")).isTrue();
                        return true;
                    });
                    hintsOneAtATime();
                    right();
                }
            }
        }

        private void hintsOneAtATime() throws Exception {
            onFx(() -> {
                for (int n = 1; n <= exercise.task().hints().size(); n++) {
                    hand().press("Hint");
                    assertThat(hand().hintsShown()).as(name()).isEqualTo(n);
                }
                assertThat(hand().moreHints()).isFalse();
                assertThat(hand().explained()).as("no hint is the explanation").isFalse();
                return true;
            });
        }

        void right() throws Exception {
            if (exercise instanceof Exercise.Text) {
                wrongThenRightByOnesOwnJudgement();
                return;
            }
            assertThat(answer(true)).as(name()).matches("Right\\.|As you said: .+\\.|The goal held for .* seeds\\.");
            onFx(() -> {
                assertThat(hand().marked("✓")).as(name()).isTrue();
                return true;
            });
            explainedIfThereIsSomething();
        }

        private void explainedIfThereIsSomething() throws Exception {
            onFx(() -> {
                assertThat(hand().explained()).as(name()).isEqualTo(!exercise.task().explanation().isEmpty());
                return true;
            });
        }

        private void wrongThenRightByOnesOwnJudgement() throws Exception {
            onFx(() -> {
                hand().write(exercise, lesson, Optional.empty(), true);
                hand().check(); // that is: compare
                assertThat(hand().explained()).as("the model answer is there").isTrue();
                hand().press("Not yet");
                return true;
            });
            assertThat(verdict()).startsWith("Read the model answer again");
            onFx(() -> {
                hand().press("I had it");
                return true;
            });
            await(() -> hand().verdict().filter("Good."::equals).isPresent(), "the end of " + name());
        }
    }
}
