package rewardscope.sim;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.Family;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

/// Turns a tree of YAML into a checked [Experiment], or says everything that is wrong with it at once.
public final class ExperimentReader {
    /// The seed of an experiment that names none.
    public static final long DEFAULT_SEED = 1;

    private ExperimentReader() {}

    /// An experiment if it is sound, and what is wrong if it is not.
    public record Checked(Optional<Experiment> experiment, List<Problem> problems) {}

    /// Reads a whole file of YAML.
    public static Checked read(Path file, String yaml) {
        return read(file, yaml, List.of());
    }

    /// Reads a whole file of YAML with some of its keys set to other values.
    public static Checked read(Path file, String yaml, List<ExperimentOverride> overrides) {
        var problems = new Problems(file);
        var root = YamlReader.read(yaml, problems);
        if (root.isEmpty() && problems.isEmpty()) {
            problems.at(1, 1, "the experiment is empty", "Write `environment: {...}` and `agent: {...}`");
        }
        return root.isPresent() ? read(file, root.get(), overrides) : new Checked(Optional.empty(), problems.sorted());
    }

    /// Reads a tree with some of its keys set to other values.
    public static Checked read(Path file, Node root, List<ExperimentOverride> overrides) {
        var problems = new Problems(file);
        if (!(root instanceof Node.Mapping mapping)) {
            problems.at(root, "an experiment has to be a mapping, and this is " + root.described(),
                    "Write `environment: {...}` and `agent: {...}`");
            return new Checked(Optional.empty(), problems.sorted());
        }
        Node.Mapping changed = ExperimentOverride.apply(overrides, mapping, problems);
        int before = problems.count();
        var experiment = read(changed, problems);
        var found = ExperimentOverride.placed(problems.sorted(), overrides);
        return new Checked(problems.count() == before && before == 0 ? experiment : Optional.empty(), found);
    }

    /// Reads a tree; empty if any problem was added.
    public static Optional<Experiment> read(Node.Mapping root, Problems problems) {
        int before = problems.count();
        var fields = new Fields(root, "an experiment", problems);
        var environment = fields.required("environment", "Write `environment: {type: ...}` or `{preset: ...}`")
                .flatMap(node -> EnvironmentReader.read(node, problems));
        long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(DEFAULT_SEED);
        Stop stop = fields.any("stop").map(node -> StopReader.read(node, problems)).orElse(Stop.NEVER);
        var agent = fields.required("agent", "Write `agent: {type: ...}`")
                .flatMap(node -> AgentReader.read(node, environment, seed, problems));
        fields.finish();
        if (agent.isPresent() && !stop.isEmpty()) {
            StopReader.checkAgainst(stop, agent.get().type(), root.get("stop").orElse(root), problems);
        }
        if (problems.count() > before || environment.isEmpty() || agent.isEmpty()) {
            return Optional.empty();
        }
        var experiment = new Experiment(
                environment.get(), agent.get().type(), agent.get().values(), seed, stop, root.plain());
        canBeMade(experiment, root.get("agent").orElse(root), problems);
        return problems.count() == before ? Optional.of(experiment) : Optional.empty();
    }

    /// Reports what a predictor says about its policies and features when it is made: whether they fit one another.
    private static void canBeMade(Experiment experiment, Node at, Problems problems) {
        if (experiment.agentType().family() != Family.PREDICTION) {
            return;
        }
        try {
            experiment.createAgent();
        } catch (IllegalArgumentException e) {
            problems.at(at, String.valueOf(e.getMessage()), "");
        }
    }
}
