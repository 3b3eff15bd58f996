package rewardscope.sim.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rewardscope.math.Interval;

/// What the ends of all runs say about the agents, pair by pair on the same seeds.
///
/// Of m pairs each interval is one of 1 − 0.05/m (Bonferroni), so that with 95 % all of them hold at once: among many
/// pairs, one in twenty would else look different by chance alone.
public final class Verdict {
    private final Measure measure;
    private final List<String> names;
    private final List<Pair> pairs;
    private final double confidence;
    private final int seeds;
    private final int[] there;

    /// Two agents on the seeds that both have behind them.
    ///
    /// @param first the number of one agent, from 0
    /// @param second the number of the other
    /// @param difference first − second, averaged over the seeds
    public record Pair(int first, int second, Interval difference) {
        /// Whether the seeds tell the two apart.
        public boolean told() {
            return difference.n() > 1 && !difference.covers(0);
        }
    }

    private Verdict(Measure measure, List<String> names, double[][] ends) {
        this.measure = measure;
        this.names = List.copyOf(names);
        int n = ends.length;
        confidence = 1 - 0.05 / Math.max(1, n * (n - 1) / 2);
        seeds = n == 0 ? 0 : ends[0].length;
        there = new int[n];
        var each = new ArrayList<Pair>();
        for (int a = 0; a < n; a++) {
            there[a] = (int) Arrays.stream(ends[a]).filter(Double::isFinite).count();
            for (int b = a + 1; b < n; b++) {
                each.add(new Pair(a, b, difference(confidence, ends[a], ends[b])));
            }
        }
        pairs = List.copyOf(each);
    }

    /// @param ends by agent, then by seed; NaN where a run came to nothing
    static Verdict of(Measure measure, List<String> names, double[][] ends) {
        return new Verdict(measure, names, ends);
    }

    public List<String> names() {
        return names;
    }

    /// Each two of them, in their order.
    public List<Pair> pairs() {
        return pairs;
    }

    /// Of each single interval.
    public double confidence() {
        return confidence;
    }

    private static Interval difference(double confidence, double[] a, double[] b) {
        int[] both = IntStream.range(0, a.length)
                .filter(k -> Double.isFinite(a[k]) && Double.isFinite(b[k]))
                .toArray();
        return Interval.with(confidence, IntStream.of(both).mapToDouble(k -> a[k] - b[k]).toArray());
    }

    /// Whether the seeds say that one agent is better than another.
    boolean better(int one, int other) {
        return pairs.stream().anyMatch(pair -> pair.told()
                && (pair.first() == one && pair.second() == other && pair.difference().mean() > 0 == measure.moreIsBetter()
                        || pair.first() == other && pair.second() == one && pair.difference().mean() < 0 == measure.moreIsBetter()));
    }

    /// The verdict in one sentence; empty for an agent alone.
    public String sentence() {
        if (pairs.isEmpty()) {
            return "";
        }
        if (seeds == 1) {
            return "Nothing can be said from one seed.";
        }
        return (names.size() == 2 ? ofTwo(pairs.getFirst()) : ofMany()) + leftOut();
    }

    /// Seeds on which an agent has no number count for nobody: that has to be said, for they may be the hard ones.
    private String leftOut() {
        var missing = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (there[i] < seeds) {
                missing.append(" ").append(names.get(i)).append(there[i] == 0 ? " ended no episode." : " ended no episode on "
                        + (seeds - there[i]) + " of " + seeds + " seeds, which are left out.");
            }
        }
        return missing.toString();
    }

    private String ofTwo(Pair pair) {
        Interval difference = pair.difference();
        if (difference.n() < 2) {
            return "The two cannot be compared.";
        }
        String seeds = difference.n() + " seeds";
        if (!pair.told()) {
            return "No difference can be told from " + seeds + ": " + text(pair) + ".";
        }
        boolean first = difference.mean() > 0 == measure.moreIsBetter();
        String winner = names.get(first ? pair.first() : pair.second());
        return winner + " " + measure.praise() + " on " + seeds + ": " + text(pair) + ".";
    }

    private String ofMany() {
        int n = names.size();
        List<Integer> unbeaten = IntStream.range(0, n)
                .filter(i -> there[i] > 1)
                .filter(i -> IntStream.range(0, n).noneMatch(other -> better(other, i)))
                .boxed()
                .toList();
        long told = pairs.stream().filter(Pair::told).count();
        long compared = pairs.stream().filter(pair -> pair.difference().n() > 1).count();
        String how = told + " of " + compared + " pairs can be told apart, each interval at "
                + String.format(Locale.ROOT, "%.1f %%", 100 * confidence)
                + " so that all hold together with 95 % (Bonferroni).";
        if (told == 0) {
            return "No difference can be told from " + seeds + " seeds: " + how;
        }
        if (unbeaten.size() == 1) {
            int best = unbeaten.getFirst();
            boolean all = IntStream.range(0, n)
                    .allMatch(other -> other == best || there[other] < 2 || better(best, other));
            return names.get(best) + (all ? " is better than all others: " : " is beaten by none, and beats some: ") + how;
        }
        return "Beaten by none: " + unbeaten.stream().map(names::get).collect(Collectors.joining(", ")) + ". " + how;
    }

    /// "a − b = 0.52 [0.40, 0.64]".
    public String text(Pair pair) {
        return names.get(pair.first()) + " − " + names.get(pair.second()) + " = " + number(pair.difference().mean())
                + ", " + String.format(Locale.ROOT, "%.4g", 100 * confidence).replaceFirst("\\.?0+$", "") + " % interval "
                + number(pair.difference().low()) + " to " + number(pair.difference().high()) + ", paired by seed";
    }

    /// The pairs, the clearest difference first.
    public List<Pair> byClarity() {
        return pairs.stream()
                .sorted(Comparator.comparingDouble((Pair p) -> p.difference().half() / Math.max(1e-300, Math.abs(p.difference().mean()))))
                .toList();
    }

    static String number(double x) {
        if (!Double.isFinite(x)) {
            return x > 0 ? "∞" : x < 0 ? "−∞" : "–";
        }
        String text = String.format(Locale.ROOT, Math.abs(x) >= 100 ? "%.0f" : Math.abs(x) >= 10 ? "%.1f" : "%.2f", x);
        boolean zero = text.equals("-0.00");
        return zero ? "0.00" : text.replace('-', '−');
    }
}
