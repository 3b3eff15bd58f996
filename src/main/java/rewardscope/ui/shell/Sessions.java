package rewardscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import rewardscope.course.LessonNames;
import rewardscope.lesson.LessonLibrary;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Session;
import rewardscope.ui.share.SessionFile;
import rewardscope.ui.share.SessionKeeper;

/// What the last session left for this window, and what this window would leave. A run is led back when its simulation
/// comes to the stage; until then it is passed on as it was.
final class Sessions {
    private final Desk desk;
    private final Map<String, SavedRun> goals = new HashMap<>();
    private Optional<Session> left = Optional.empty();
    private boolean reloading;

    Sessions(Desk desk) {
        this.desk = desk;
    }

    /// The lesson of a session, if it is still there.
    static Optional<Path> lesson(Session session, LessonLibrary library) {
        return session.lesson().map(name -> library.folder().resolve(name)).filter(Files::isRegularFile);
    }

    /// Looks as it did, and holds the runs ready for when their lesson is open.
    void takeUp(Session session) {
        left = Optional.of(session);
        desk.look(session.appearance());
    }

    /// Keeps what is open for the next start. Where nothing of the learner's can be kept, one sentence has said so, and no
    /// second one takes its place.
    SessionKeeper keeper(SessionFile file) {
        boolean told = desk.course().study().trouble().isPresent();
        return new SessionKeeper(file, this::now, told ? _ -> {} : desk::notice);
    }

    /// The runs of the lesson that is open are wanted again when it has been read anew.
    void keep() {
        left = Optional.of(now());
        reloading = true;
    }

    /// A lesson is on the desk, its runs are not.
    ///
    /// @return the simulation that was on the stage
    Optional<String> opened() {
        goals.clear();
        var session = left.filter(last -> last.lesson().isPresent() && last.lesson().equals(lessonName()));
        left = Optional.empty();
        if (session.isEmpty() || desk.lesson().isEmpty()) {
            return Optional.empty();
        }
        var experiments = desk.lesson().get().experiments();
        session.get().runs().forEach((name, run) -> {
            var experiment = experiments.get(name);
            if (experiment != null && run.sameExperiment(experiment)) {
                goals.put(name, run);
            } else if (!reloading && !run.untouched()) {
                desk.inform("This lesson has changed since you were here: its run begins anew.");
            }
        });
        reloading = false;
        return Optional.of(session.get().active());
    }

    /// The playground is on the desk, and plays something else yet.
    void openedPlayground() {
        goals.clear();
        left.ifPresent(session -> {
            left = Optional.empty();
            if (!session.playground().isEmpty()) {
                desk.playground().open(session.playground());
            }
            var run = session.runs().get(session.lesson().isPresent() ? session.active() : "");
            if (session.lesson().isPresent()) {
                desk.notice("The lesson " + session.lesson().get()
                        + (run == null
                                ? " is not there any more."
                                : " is not there any more. Its run goes on here, in the playground."));
            }
            if (run != null && session.lesson().isPresent()) {
                play(run);
            } else if (run != null) {
                resume(run);
            }
        });
    }

    /// Writes a run's experiment into the playground and plays it from where it stands.
    void play(SavedRun run) {
        desk.playground().open(run.yaml());
        resume(run);
    }

    /// What is written there may have mistakes, and the run may be of what was written before.
    private void resume(SavedRun run) {
        if (desk.runner().isEmpty() || !run.sameExperiment(experiment(desk.runner().get()))) {
            desk.play(run.experiment());
        }
        goals.put("", run);
        desk.runner().ifPresent(runner -> begun("", runner));
    }

    private static Experiment experiment(Runner runner) {
        return runner.experiment();
    }

    /// A simulation has got its runner, at its start.
    void begun(String simulation, Runner runner) {
        SavedRun goal = goals.get(simulation);
        if (goal != null && (!goal.untouched() || goal.experiment().seed() != experiment(runner).seed())) {
            runner.send(desk.runs().placed(goal).takeUp());
        }
    }

    /// Everything as it is now.
    Session now() {
        var lesson = lessonName();
        var waiting = left.filter(last -> last.lesson().isPresent() && last.lesson().equals(lesson));
        var runs = new HashMap<String, SavedRun>();
        waiting.ifPresent(last -> runs.putAll(last.runs())); // a lesson with mistakes: they may be mended
        runs.putAll(goals);
        desk.runs().byName().forEach((name, runner) -> runner.glance().ifPresent(frame -> runs.put(name, run(name, frame))));
        String active = waiting.map(Session::active).orElseGet(() -> desk.runs().active().orElse(""));
        return new Session(lesson, runs, active, desk.playgroundText(), appearance());
    }

    private SavedRun run(String name, Frame frame) {
        boolean returning = frame.status() instanceof Frame.Status.Running running && running.returning();
        SavedRun run = SavedRun.of(frame);
        SavedRun goal = goals.get(name);
        if (goal == null) {
            return run;
        }
        SavedRun whole = run.reaching(goal, returning);
        if (whole.equals(run)) {
            goals.remove(name); // it is there, or went another way
        }
        return whole;
    }

    private Optional<String> lessonName() {
        return desk.slot().file().map(file -> {
            Path folder = desk.library().folder().toAbsolutePath().normalize();
            Path whole = file.toAbsolutePath().normalize();
            return whole.startsWith(folder) ? LessonNames.of(folder, whole) : whole.toString();
        });
    }

    private Session.Appearance appearance() {
        var window = desk.scene().getWindow();
        boolean maximized = window instanceof Stage stage && stage.isMaximized();
        var places = desk.bench().places();
        return new Session.Appearance(
                desk.style().palette().dark(),
                desk.style().textScale(),
                places.library(),
                places.lesson(),
                places.tab(),
                places.columns(),
                places.panes(),
                desk.runner().flatMap(Runner::glance).map(Frame::speed).orElse(desk.runs().speed()).actsPerSecond(),
                window == null ? 0 : desk.scene().getWidth(),
                window == null ? 0 : desk.scene().getHeight(),
                maximized,
                desk.welcome().welcomed());
    }
}
