package rewardscope.language.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every answer that can be given where there are few: token after token until the end mark, or until the longest answer
/// is full. Each comes once, so that the probabilities of all of them sum to 1.
public final class AnswerSpace {
    /// More answers than this are too many to list.
    public static final int MOST = 20_000;

    private AnswerSpace() {}

    /// How many answers there are; a very large number for worlds with more than can be counted.
    public static double size(int vocabulary, int longest) {
        double words = vocabulary - 1.0;
        double size = 0;
        double open = 1;
        for (int length = 1; length < longest; length++) {
            size += open; // ends here
            open *= words;
        }
        return size + open * vocabulary;
    }

    public static List<int[]> all(int vocabulary, int longest) {
        if (size(vocabulary, longest) > MOST) {
            throw new IllegalArgumentException("there are too many answers to list");
        }
        var all = new ArrayList<int[]>();
        extend(new int[0], vocabulary, longest, all);
        return all;
    }

    private static void extend(int[] begun, int vocabulary, int longest, List<int[]> all) {
        for (int token = 0; token < vocabulary; token++) {
            int[] next = Arrays.copyOf(begun, begun.length + 1);
            next[begun.length] = token;
            if (token == WordVocabulary.END || next.length == longest) {
                all.add(next);
            } else {
                extend(next, vocabulary, longest, all);
            }
        }
    }

    /// The policy that maximises E[r] − β KL(π ‖ π_ref): π*(y) = π_ref(y) exp(r(y)/β) / Z.
    ///
    /// @param refLogp log π_ref by answer
    /// @param reward by answer
    public static double[] optimum(double[] refLogp, double[] reward, double beta) {
        var logs = new double[refLogp.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = refLogp[i] + reward[i] / beta;
            most = Math.max(most, logs[i]);
        }
        double z = 0;
        for (double log : logs) {
            z += Math.exp(log - most);
        }
        double logZ = most + Math.log(z);
        return Arrays.stream(logs).map(log -> Math.exp(log - logZ)).toArray();
    }

    /// ½ Σ |p − q|
    public static double totalVariation(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += Math.abs(p[i] - q[i]);
        }
        return sum / 2;
    }
}
