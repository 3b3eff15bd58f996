package rewardscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import rewardscope.agent.Equation;
import rewardscope.course.Act;
import rewardscope.course.CourseIndex;
import rewardscope.course.FormulaSymbols;
import rewardscope.course.Glossary;
import rewardscope.course.Learner;
import rewardscope.course.LessonNames;
import rewardscope.course.Progress;
import rewardscope.course.ProgressReport;
import rewardscope.course.Study;
import rewardscope.lesson.Exercise;
import rewardscope.sim.Runner;
import rewardscope.ui.course.CourseHost;

/// The course as this window has it: the learner's work, and what is known of all lessons once they have been read.
final class Course implements CourseHost {
    private final Desk desk;
    private final Study study;
    private CourseIndex index = CourseIndex.NONE;
    private FormulaSymbols symbols = new FormulaSymbols(Glossary.NONE);

    Course(Desk desk, Study study) {
        this.desk = desk;
        this.study = study;
    }

    /// Reads all lessons away from the JavaFX thread.
    CompletableFuture<Void> read() {
        return CompletableFuture.supplyAsync(() -> CourseIndex.of(desk.library())).thenAcceptAsync(this::take, Platform::runLater);
    }

    /// The glossary alone, for a lesson that is shown before all have been read.
    void take(Glossary glossary) {
        if (index == CourseIndex.NONE) {
            symbols = new FormulaSymbols(glossary);
        }
    }

    private void take(CourseIndex found) {
        index = found;
        symbols = new FormulaSymbols(found.glossary());
        desk.showProgress();
    }

    FormulaSymbols symbols() {
        return symbols;
    }

    @Override
    public Study study() {
        return study;
    }

    @Override
    public CourseIndex index() {
        return index;
    }

    /// The name of the lesson that is open; a file from outside the library goes by its own name.
    private Optional<String> openLesson() {
        return desk.lesson().map(checked -> name(checked.lesson().file()));
    }

    private String name(Path file) {
        Path folder = desk.library().folder().toAbsolutePath().normalize();
        return file.toAbsolutePath().normalize().startsWith(folder)
                ? LessonNames.of(desk.library().folder(), file)
                : file.getFileName().toString();
    }

    Optional<Progress.Standing> standing(Exercise exercise) {
        return openLesson().flatMap(lesson -> study.progress().standing(lesson, exercise.id()));
    }

    /// How many exercises of a lesson are solved, and how many it has; empty while nobody knows.
    Optional<String> solved(Path file) {
        return index.stop(name(file)).filter(stop -> !stop.exercises().isEmpty()).map(stop -> {
            int solved = study.progress().solved(stop.file(), stop.exercises());
            return solved == stop.exercises().size() ? "✓" : solved + "/" + stop.exercises().size();
        });
    }

    CompletableFuture<Void> did(Exercise exercise, Act.Kind kind, Map<String, String> fields) {
        if (openLesson().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var kept = study.add(new Act(now, openLesson().get(), exercise.id(), kind, fields));
        desk.showProgress();
        return kept.thenAccept(trouble -> trouble.ifPresent(sentence -> Platform.runLater(() -> desk.notice(sentence))));
    }

    @Override
    public void open(String lesson) {
        Path file = desk.library().folder().resolve(lesson);
        if (Files.isRegularFile(file)) {
            desk.open(file);
        } else {
            notice("The lesson " + lesson + " is not there any more.");
        }
    }

    @Override
    public void enrol(Learner learner) {
        boolean otherNumbers = learner.seed() != study.learner().seed();
        study.rename(learner).thenAccept(trouble ->
                trouble.ifPresent(sentence -> Platform.runLater(() -> desk.notice(sentence))));
        if (otherNumbers) {
            desk.reload();
        }
    }

    @Override
    public Optional<ProgressReport.Picture> picture() {
        return desk.runner().flatMap(Runner::glance).map(frame -> {
            String caption = desk.title() + ", seed " + frame.experiment().seed() + ", after "
                    + frame.view().counts().acts() + " acts";
            return new ProgressReport.Picture(caption, Pictures.png(desk.panes().stage().node()));
        });
    }

    /// What a term of an equation means, by its name in the code or by its symbol.
    Optional<Glossary.Entry> meaning(Equation.Term term) {
        return symbols.term(term.component(), term.latex());
    }

    @Override
    public void notice(String sentence) {
        desk.notice(sentence);
    }

    @Override
    public void inform(String sentence) {
        desk.inform(sentence);
    }
}
