package rewardscope.sim;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import rewardscope.env.Layout;

/// Writes results as one tidy table: what is measured, for which state, action or index, and its value.
public final class CsvResults {
    private final Results results;
    private final Writer out;

    private CsvResults(Results results, Writer out) {
        this.results = results;
        this.out = out;
    }

    public static void write(Results results, Writer out) throws IOException {
        new CsvResults(results, out).write();
    }

    private void write() throws IOException {
        out.write("what,state,action,index,value\n");
        row("seed", "", "", "", Long.toString(results.seed()));
        if (results.counts().sweeps() > 0) {
            row("sweeps", "", "", "", Long.toString(results.counts().sweeps()));
        }
        row("steps", "", "", "", Long.toString(results.counts().steps()));
        if (results.counts().updates() > 0) {
            row("updates", "", "", "", Long.toString(results.counts().updates()));
        }
        row("diverged", "", "", "", Boolean.toString(results.diverged()));
        for (int k = 0; k < results.episodes().size(); k++) {
            var episode = results.episodes().get(k);
            String index = Integer.toString(k);
            row("return", "", "", index, Double.toString(episode.undiscountedReturn()));
            row("length", "", "", index, Integer.toString(episode.length()));
            row("terminated", "", "", index, Boolean.toString(episode.terminated()));
        }
        if (results.layout().isPresent()) {
            learned(results.layout().get());
        }
        for (var series : results.series().entrySet()) {
            double[] values = series.getValue().values();
            for (int i = 0; i < values.length; i++) {
                row(series.getKey(), "", "", Long.toString((long) i * series.getValue().every()),
                        Double.toString(values[i]));
            }
        }
        for (var metric : results.metrics().entrySet()) {
            row(metric.getKey(), "", "", "", Double.toString(metric.getValue()));
        }
    }

    private void learned(Layout layout) throws IOException {
        double[] v = results.learned().v().orElse(new double[0]);
        for (int s = 0; s < v.length; s++) {
            row("v", layout.stateName(s), "", "", Double.toString(v[s]));
        }
        table("q", results.learned().q().orElse(new double[0][]), layout, false);
        table("policy", results.learned().policy().orElse(new double[0][]), layout, true);
    }

    private void table(String what, double[][] table, Layout layout, boolean positive) throws IOException {
        List<String> actions = results.actions();
        for (int s = 0; s < table.length; s++) {
            for (int a = 0; a < table[s].length; a++) {
                if (positive ? table[s][a] > 0 : !Double.isNaN(table[s][a])) {
                    row(what, layout.stateName(s), actions.get(a), "", Double.toString(table[s][a]));
                }
            }
        }
    }

    private void row(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(cells[i]));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
