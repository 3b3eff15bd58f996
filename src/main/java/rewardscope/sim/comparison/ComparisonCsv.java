package rewardscope.sim.comparison;

import java.util.Locale;
import rewardscope.sim.ExperimentWriter;

/// The runs of a comparison as one tidy table: a line for each point of each run's curve and one for its end, so that
/// anybody can work out the intervals anew. Lines that begin with `#` say where it is from: every agent's experiment.
final class ComparisonCsv {
    private ComparisonCsv() {}

    static String of(Comparison comparison) {
        var text = new StringBuilder(origin(comparison)).append("agent,seed,what,step,value\n");
        for (int e = 0; e < comparison.names().size(); e++) {
            for (int k = 0; k < comparison.plan().seeds(); k++) {
                String run = quoted(comparison.names().get(e)) + "," + comparison.seed(k) + ",";
                comparison.outcome(e, k).ifPresent(outcome -> {
                    for (int p = 0; p < outcome.curve().length; p++) {
                        if (Double.isFinite(outcome.curve()[p])) {
                            text.append(run).append("curve,").append(Math.round(comparison.step(p))).append(',');
                            text.append(outcome.curve()[p]).append('\n');
                        }
                    }
                    text.append(run).append("end,").append(comparison.plan().steps()).append(',');
                    text.append(Double.isFinite(outcome.end()) ? Double.toString(outcome.end()) : "").append('\n');
                });
            }
        }
        return text.toString();
    }

    private static String origin(Comparison comparison) {
        int last = comparison.plan().seeds() - 1;
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "# %d agents · %s · %,d steps · seeds %d to %d · Rewardscope\n",
                comparison.names().size(),
                comparison.plan().measure().title(),
                comparison.plan().steps(),
                comparison.seed(0),
                comparison.seed(last)));
        for (int e = 0; e < comparison.names().size(); e++) {
            text.append("# ").append(comparison.names().get(e)).append(":\n");
            ExperimentWriter.yaml(comparison.experiment(e))
                    .lines()
                    .forEach(line -> text.append("#     ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
