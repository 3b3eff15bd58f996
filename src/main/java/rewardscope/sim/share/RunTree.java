package rewardscope.sim.share;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Way;

/// A [SavedRun] as plain maps and lists, and back.
///
/// ```yaml
/// experiment: {environment: {preset: cliff-walking}, agent: {type: sarsa}, seed: 3}
/// ways:
///   - {head: 500, act: 120, did: "60 set alpha 0.5"}
///   - {forked-at: 80, head: 90, act: 90}
/// active: 1
/// together: true
/// ```
public final class RunTree {
    static final Path NOWHERE = Path.of("run");
    private static final int MOST_WAYS = 6;

    private RunTree() {}

    public static Map<String, Object> write(SavedRun run) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("experiment", run.source());
        if (!run.untouched()) {
            tree.put("ways", run.ways().stream().map(RunTree::way).toList());
        }
        if (run.active() > 0) {
            tree.put("active", (long) run.active());
        }
        if (run.together()) {
            tree.put("together", true);
        }
        return tree;
    }

    private static Map<String, Object> way(Way way) {
        var tree = new LinkedHashMap<String, Object>();
        if (way.forkedAt() >= 0) {
            tree.put("forked-at", way.forkedAt());
        }
        tree.put("head", way.head());
        if (way.act() != way.head()) {
            tree.put("act", way.act());
        }
        if (!way.interventions().isEmpty()) {
            tree.put("did", Deeds.write(way.interventions()));
        }
        return tree;
    }

    /// Reads the keys of a run; the other keys of the mapping are left to the caller, who finishes it.
    ///
    /// @return empty if any problem was added
    public static Optional<SavedRun> read(Fields fields, Problems problems) {
        return read(fields, problems, ModelShelf.NONE);
    }

    /// The same, where models may be kept that the run took up.
    static Optional<SavedRun> read(Fields fields, Problems problems, ModelShelf shelf) {
        int before = problems.count();
        var experiment = fields.required("experiment", "")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> ExperimentReader.read((Node.Mapping) node, problems));
        var ways = new ArrayList<Way>();
        List<Node> written = fields.list("ways");
        if (experiment.isPresent()) {
            written.forEach(node -> way(node, experiment.get(), problems, shelf).ifPresent(ways::add));
        }
        if (written.isEmpty()) {
            ways.add(Way.START);
        }
        if (ways.size() > MOST_WAYS) {
            problems.at(written.getFirst(), "there are more than " + MOST_WAYS + " branches", "");
        }
        int active = fields.whole("active", 0, 0, Math.max(0, ways.size() - 1));
        boolean together = fields.flag("together", false);
        return problems.count() == before && experiment.isPresent()
                ? Optional.of(new SavedRun(experiment.get(), ways, active, together))
                : Optional.empty();
    }

    private static Optional<Way> way(Node node, Experiment experiment, Problems problems, ModelShelf shelf) {
        int before = problems.count();
        var fields = Fields.of(node, "a branch", problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Fields way = fields.get();
        long head = way.whole("head", 0, Long.MAX_VALUE).orElse(0);
        long act = way.whole("act", 0, head).orElse(head);
        long forkedAt = way.whole("forked-at", 0, head).orElse(-1);
        var did = Deeds.read(way.text("did").orElse(""), experiment.agentType(), node, problems, shelf);
        way.finish();
        return problems.count() == before ? Optional.of(new Way(did, forkedAt, head, act)) : Optional.empty();
    }
}
