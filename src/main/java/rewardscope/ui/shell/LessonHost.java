package rewardscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rewardscope.agent.Schedule;
import rewardscope.agent.StepEvent;
import rewardscope.course.Act;
import rewardscope.course.Glossary;
import rewardscope.course.Progress;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.lesson.Answer;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Inline;
import rewardscope.lesson.LessonPaths;
import rewardscope.lesson.LinkTarget;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.math.RandomStream;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentTuning;
import rewardscope.sim.Intervention;
import rewardscope.sim.Look;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.Stop;
import rewardscope.sim.StopReader;
import rewardscope.sim.View;
import rewardscope.ui.lesson.LessonActions;

/// Does in the window what a lesson asks for.
final class LessonHost implements LessonActions {
    static final String WAITS = "The run waits for your prediction in the lesson: commit to one, and it goes on.";

    private final Desk desk;
    private Optional<KnownAnswers> answers = Optional.empty();
    private Optional<String> awaited = Optional.empty();

    LessonHost(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void follow(LinkTarget target) {
        switch (target) {
            case LinkTarget.Do act -> act(act);
            case LinkTarget.Show show -> show(show);
            case LinkTarget.OtherLesson(String path) -> openBeside(path);
            case LinkTarget.Web(String address) -> desk.inform("This page is on the web: " + address);
            case LinkTarget.Broken(String text) -> desk.notice("This link leads nowhere: " + text);
        }
    }

    private void act(LinkTarget.Do act) {
        desk.activate(act.simulation());
        if (act.restart()) {
            desk.send(new Command.Restart());
        }
        act.changes().forEach((name, value) -> desk.send(new Command.Intervene(
                new Intervention.ParameterChange(name, new Schedule.Constant(Double.parseDouble(value))))));
        int amount = (int) Math.min(act.amount(), Integer.MAX_VALUE - 1);
        switch (act.unit()) {
            case NOTHING -> {
                if (!act.restart() && act.changes().isEmpty()) {
                    desk.send(new Command.Run());
                }
            }
            case STEPS -> desk.send(new Command.Step(Command.Unit.STEP, amount));
            case EPISODES -> desk.send(new Command.Step(Command.Unit.EPISODE, amount));
            case SWEEPS -> desk.send(new Command.Step(Command.Unit.SWEEP, amount));
            case UPDATES -> desk.send(new Command.Step(Command.Unit.UPDATE, amount));
        }
    }

    private void show(LinkTarget.Show show) {
        if (!desk.runs().active().equals(Optional.of(show.simulation()))) {
            desk.activate(show.simulation()); // a run that is on the stage goes on: looking changes nothing
        }
        if (show.pane().equals(Optional.of("label"))) {
            desk.lab().judgeNext();
            return;
        }
        show.pane().ifPresent(pane -> desk.bench().bringForward(
                switch (pane) {
                    case "chart" -> PaneSet.CHARTS;
                    case "table" -> PaneSet.TABLE;
                    case "parameters" -> PaneSet.PARAMETERS;
                    case "log" -> PaneSet.LOG;
                    case "answers" -> PaneSet.ANSWERS;
                    case "inside" -> PaneSet.INSIDE;
                    case "compare" -> PaneSet.COMPARE;
                    default -> "";
                }));
        show.series().ifPresent(series -> {
            desk.bench().bringForward(PaneSet.CHARTS);
            desk.panes().charts().ask(charts -> charts.bringForward(series));
        });
        show.figure().flatMap(Look::named).ifPresent(look -> {
            desk.bench().bringForward(PaneSet.INSIDE);
            desk.panes().inside().ask(inside -> inside.bringForward(look));
        });
        world(show.simulation()).ifPresent(world -> show.state()
                .ifPresent(state -> world.layout().stateNamed(state).ifPresent(s -> {
                    int action = show.action().map(world.model().actionNames()::indexOf).orElse(-1);
                    var place = Optional.of(new StepEvent.Place(s, action));
                    desk.panes().pointing().place().set(place);
                    desk.panes().pointing().pinned().set(place);
                })));
    }

    private void openBeside(String path) {
        desk.lesson().ifPresent(lesson -> {
            Path folder = desk.library().folder().toAbsolutePath().normalize();
            Path file = lesson.lesson().file().toAbsolutePath().resolveSibling(path).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                desk.open(file);
            } else {
                desk.notice("There is no lesson " + path + " in this library.");
            }
        });
    }

    @Override
    public void showOnStage(String simulation) {
        desk.activate(simulation);
    }

    @Override
    public CompletableFuture<Optional<Expected>> expected(Exercise exercise) {
        return desk.lesson()
                .map(lesson -> answers(lesson).to(exercise))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private KnownAnswers answers(LessonChecker.Checked lesson) {
        KnownAnswers these = answers.filter(known -> known.isFor(lesson)).orElseGet(() -> new KnownAnswers(lesson));
        answers = Optional.of(these);
        return these;
    }

    @Override
    public CompletableFuture<Tuning> tune(Exercise.Tune exercise, Map<String, String> values) {
        Optional<LessonChecker.Checked> lesson = desk.lesson();
        if (lesson.isEmpty()) {
            return CompletableFuture.completedFuture(new Tuning(false, 0, 0, "The lesson is closed."));
        }
        return CompletableFuture.supplyAsync(() -> {
            var outcome = ExperimentTuning.judge(exercise, lesson.get(), values, _ -> {});
            String problem = outcome.problems().stream().findFirst().map(Problem::sentence).orElse("");
            return new Tuning(outcome.right(), outcome.holds(), exercise.seeds(), problem);
        });
    }

    @Override
    public void pauseFor(Exercise.Predict exercise) {
        simulationOf(exercise.answer(), exercise.task()).ifPresent(simulation -> {
            desk.activate(simulation);
            desk.send(new Command.Restart());
            exercise.pause().ifPresent(pause -> desk.send(new Command.RunTo(stop(pause))));
            if (standing(exercise).filter(Progress.Standing::over).isEmpty()) { // nobody commits twice
                awaited = Optional.of(simulation);
            }
        });
    }

    /// Whether a run that waits for a prediction would go on with this. Starting over ends the waiting.
    boolean holds(Command command) {
        if (awaited.isEmpty() || !awaited.equals(desk.runs().active())) {
            return false;
        }
        return switch (command) {
            case Command.Run _, Command.Toggle _, Command.Step _, Command.RunTo _ -> true;
            case Command.Restart _, Command.Reseed _, Command.Load _, Command.TakeUp _ -> {
                forgetPredictions();
                yield false;
            }
            default -> false;
        };
    }

    /// No prediction is waited for: another lesson, or another seed.
    void forgetPredictions() {
        awaited = Optional.empty();
        desk.withdraw(WAITS);
    }

    @Override
    public void reveal(Exercise.Predict exercise) {
        simulationOf(exercise.answer(), exercise.task()).ifPresent(simulation -> {
            forgetPredictions();
            desk.activate(simulation);
            if (exercise.answer() instanceof Answer.Computed computed && computed.stop().isPresent()) {
                desk.send(new Command.RunTo(stop(computed.stop().get())));
            } else {
                stopOf(simulation).ifPresentOrElse(
                        stop -> desk.send(new Command.RunTo(stop)), () -> desk.send(new Command.Run()));
            }
        });
    }

    /// Where the simulation's own experiment ends.
    private Optional<Stop> stopOf(String simulation) {
        return desk.lesson()
                .map(lesson -> lesson.experiments().get(simulation))
                .map(Experiment::stop)
                .filter(stop -> !stop.equals(Stop.NEVER));
    }

    private static Optional<String> simulationOf(Answer answer, Exercise.Task task) {
        return answer instanceof Answer.Computed computed
                ? Optional.of(computed.simulation().text())
                : task.simulation();
    }

    private Stop stop(Node node) {
        return desk.lesson()
                .map(lesson -> StopReader.read(node, new Problems(lesson.lesson().file())))
                .orElse(Stop.NEVER);
    }

    @Override
    public Optional<View.World.Finite> world(String simulation) {
        return desk.lesson()
                .map(lesson -> lesson.experiments().get(simulation))
                .map(experiment -> experiment.environment().create(RandomStream.named(experiment.seed(), "environment")))
                .filter(FiniteEnvironment.class::isInstance)
                .map(FiniteEnvironment.class::cast)
                .map(environment -> finite(environment.model(), environment));
    }

    private static View.World.Finite finite(FiniteMdp model, FiniteEnvironment environment) {
        return new View.World.Finite(model, environment.layout(), environment.state());
    }

    @Override
    public Optional<Progress.Standing> standing(Exercise exercise) {
        return desk.course().standing(exercise);
    }

    @Override
    public CompletableFuture<Void> did(Exercise exercise, Act.Kind kind, Map<String, String> fields) {
        return desk.course().did(exercise, kind, fields);
    }

    @Override
    public List<Glossary.Entry> symbols(String latex) {
        return desk.course().symbols().in(latex);
    }

    @Override
    public void define(Glossary.Entry entry) {
        desk.pages().define(entry);
    }

    @Override
    public Optional<Path> picture(Inline.Picture picture) {
        return desk.lesson()
                .flatMap(lesson -> LessonPaths.picture(lesson.lesson().file(), picture))
                .filter(Files::isRegularFile);
    }
}
