package rewardscope.sim;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rewardscope.agent.Agent;
import rewardscope.agent.Family;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Layout;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LinkTarget;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

/// Reads what a lesson says about simulations: every experiment, every link, and, when asked, every answer.
public final class LessonChecker {
    private final Lesson lesson;
    private final Problems problems;
    private final Map<String, Experiment> experiments = new LinkedHashMap<>();
    private final Map<Experiment, Agent> glances = new IdentityHashMap<>();

    private LessonChecker(Lesson.Parsed parsed) {
        lesson = parsed.lesson();
        problems = new Problems(lesson.file());
    }

    /// A lesson with its experiments.
    ///
    /// @param experiments those that are sound, by the id of their simulation
    /// @param problems everything found so far, the parser's included
    public record Checked(Lesson lesson, Map<String, Experiment> experiments, List<Problem> problems) {
        public boolean sound() {
            return problems.isEmpty();
        }
    }

    /// A lesson whose answers are known.
    ///
    /// @param answers by the id of the exercise; those of `text` and `tune` have none
    public record Answered(Checked lesson, Map<String, Expected> answers, List<Problem> problems) {}

    /// Reads the experiments and follows the links. Runs nothing.
    public static Checked check(Lesson.Parsed parsed) {
        var checker = new LessonChecker(parsed);
        checker.experiments();
        checker.lesson.links().forEach(checker::link);
        checker.lesson.exercises().values().forEach(checker::exercise);
        return new Checked(checker.lesson, Map.copyOf(checker.experiments), checker.found(parsed));
    }

    /// Works out every answer, running the simulations that they read.
    public static Answered answers(Checked checked) {
        var problems = new Problems(checked.lesson().file());
        var answers = new LinkedHashMap<String, Expected>();
        for (Exercise exercise : checked.lesson().exercises().values()) {
            ExperimentAnswers.expected(exercise, checked, problems)
                    .ifPresent(expected -> answers.put(exercise.id(), expected));
            if (exercise instanceof Exercise.Tune tune) {
                ExperimentTuning.prove(tune, checked, problems);
            }
        }
        var all = Stream.concat(checked.problems().stream(), problems.sorted().stream().map(checked.lesson()::written));
        return new Answered(
                checked, Map.copyOf(answers), all.distinct().sorted(Problem.BY_POSITION).toList());
    }

    /// The parser's problems stand where the author wrote already.
    private List<Problem> found(Lesson.Parsed parsed) {
        return Stream.concat(parsed.problems().stream(), problems.sorted().stream().map(lesson::written))
                .distinct()
                .sorted(Problem.BY_POSITION)
                .toList();
    }

    private void experiments() {
        for (var simulation : lesson.simulations().values()) {
            ExperimentReader.read(simulation.experiment(), problems)
                    .ifPresent(experiment -> experiments.put(simulation.id(), experiment));
        }
    }

    private Optional<Experiment> simulation(String id, int line, int column) {
        if (!lesson.simulations().containsKey(id) && !lesson.unread().contains(id)) {
            problems.at(
                    line,
                    column,
                    "there is no simulation `" + id + "` in this lesson",
                    Nearest.cure(id, lesson.simulations().keySet()));
        }
        return Optional.ofNullable(experiments.get(id));
    }

    private void link(Lesson.PlacedLink link) {
        switch (link.target()) {
            case LinkTarget.Do act ->
                simulation(act.simulation(), link.line(), link.column()).ifPresent(e -> act(e, act, link));
            case LinkTarget.Show show ->
                simulation(show.simulation(), link.line(), link.column()).ifPresent(e -> show(e, show, link));
            case LinkTarget.OtherLesson _, LinkTarget.Web _, LinkTarget.Broken _ -> {}
        }
    }

    private void act(Experiment experiment, LinkTarget.Do act, Lesson.PlacedLink link) {
        var type = experiment.agentType();
        boolean plans = type.family() == Family.PLANNING;
        boolean sweeps = act.unit() == LinkTarget.Unit.SWEEPS;
        if (act.unit() != LinkTarget.Unit.NOTHING && act.unit() != LinkTarget.Unit.UPDATES && plans != sweeps) {
            problems.at(
                    link.line(),
                    link.column(),
                    "`" + type.name() + "` is not counted in " + act.unit().name().toLowerCase(Locale.ROOT),
                    plans ? "Write `sweeps=...`" : "Write `episodes=...` or `steps=...`");
        }
        var known = new ArrayList<>(plans ? List.of("sweeps") : List.of("episodes", "steps"));
        known.addAll(List.of("updates", "restart"));
        type.parameters().stream()
                .filter(p -> p instanceof ParameterSpec.Hyper)
                .map(ParameterSpec::name)
                .forEach(known::add);
        act.changes().forEach((name, value) -> {
            if (type.parameter(name).orElse(null) instanceof ParameterSpec.Hyper hyper) {
                YamlReader.read(value, problems)
                        .map(node -> node.movedTo(link.line(), link.column()))
                        .ifPresent(node -> ScheduleReader.read(hyper, node, problems));
            } else {
                problems.at(
                        link.line(),
                        link.column(),
                        "`" + name + "` can neither be run nor changed here",
                        Nearest.cure(name, known));
            }
        });
    }

    private void show(Experiment experiment, LinkTarget.Show show, Lesson.PlacedLink link) {
        Agent agent = glance(experiment);
        show.figure().ifPresent(figure -> {
            List<String> there = Look.offeredBy(agent).stream().map(Look::key).toList();
            if (!there.contains(figure)) {
                problems.at(
                        link.line(), link.column(), "there is no figure `" + figure + "` here", Nearest.cure(figure, there));
            }
        });
        if (agent.environment() instanceof FiniteEnvironment finite) {
            show.state().ifPresent(name -> state(finite.layout(), name, link.line(), link.column()));
            show.action()
                    .filter(name -> !finite.model().actionNames().contains(name))
                    .ifPresent(name -> problems.at(
                            link.line(),
                            link.column(),
                            "there is no action `" + name + "` here",
                            Nearest.cure(name, finite.model().actionNames())));
        } else {
            show.state().ifPresent(_ ->
                    problems.at(link.line(), link.column(), "this world has no numbered states to show", ""));
        }
        var series = new ArrayList<>(List.of("return", "steps"));
        agent.series().stream().map(Series::name).forEach(series::add);
        show.series()
                .filter(name -> !series.contains(name))
                .ifPresent(name -> problems.at(
                        link.line(), link.column(), "there is no series `" + name + "`", Nearest.cure(name, series)));
    }

    /// An agent to be looked at, not run. One is enough for all the links to a simulation: some take long to make.
    private Agent glance(Experiment experiment) {
        return glances.computeIfAbsent(experiment, _ -> {
            Agent agent = experiment.createAgent();
            agent.close();
            return agent;
        });
    }

    private boolean state(Layout layout, String name, int line, int column) {
        if (layout.stateNamed(name).isPresent()) {
            return true;
        }
        var names = IntStream.range(0, layout.states()).mapToObj(layout::stateName).toList();
        problems.at(
                line,
                column,
                "there is no state `" + name + "`",
                "The first one is `" + names.getFirst() + "`, the last one `" + names.getLast() + "`");
        return false;
    }

    private void exercise(Exercise exercise) {
        var task = exercise.task();
        var experiment = task.simulation().flatMap(id -> simulation(id, task.line(), task.column()));
        switch (exercise) {
            case Exercise.Tune tune -> experiment.ifPresent(e -> tune(e, tune));
            case Exercise.Predict predict -> predict.pause().ifPresent(node -> StopReader.read(node, problems));
            case Exercise.Table table -> experiment.ifPresent(e -> states(e, table.states(), task));
            case Exercise.Policy policy -> experiment.ifPresent(e -> states(e, policy.states(), task));
            case Exercise.Number _, Exercise.Choice _, Exercise.Choices _, Exercise.Text _ -> {}
        }
    }

    private void states(Experiment experiment, List<String> states, Exercise.Task task) {
        if (glance(experiment).environment() instanceof FiniteEnvironment finite) {
            states.forEach(name -> state(finite.layout(), name, task.line(), task.column()));
        }
    }

    private void tune(Experiment experiment, Exercise.Tune tune) {
        var task = tune.task();
        var keys = experiment.agentType().parameters().stream()
                .map(p -> "agent." + p.name())
                .toList();
        for (String parameter : tune.parameters()) {
            if (!keys.contains(parameter) && !parameter.startsWith("environment.")) {
                problems.at(
                        task.line(),
                        task.column(),
                        "`" + parameter + "` cannot be tuned here",
                        Nearest.cure(parameter, keys));
            }
        }
        tune.stop().ifPresent(node -> StopReader.read(node, problems));
        try {
            ResultsPath.parse(tune.goal().read().text());
        } catch (ResultsReader.Unreadable e) {
            Node at = tune.goal().read();
            problems.at(at, e.message(), e.cure());
        }
    }
}
