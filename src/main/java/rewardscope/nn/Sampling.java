package rewardscope.nn;

import rewardscope.math.RandomStream;

/// How the next token is drawn from logits: divide by the temperature, keep the `topK` likeliest, of those the fewest
/// that hold `topP` of the probability, and draw.
///
/// @param temperature 0 takes the likeliest token, the first of equals
/// @param topK        0 keeps all
/// @param topP        1 keeps all
public record Sampling(double temperature, int topK, double topP) {
    public Sampling {
        if (!(temperature >= 0) || topK < 0 || !(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("sampling needs temperature ≥ 0, top-k ≥ 0 and 0 < top-p ≤ 1");
        }
    }

    public static final Sampling GREEDY = new Sampling(0, 0, 1);

    public static Sampling temperature(double temperature) {
        return new Sampling(temperature, 0, 1);
    }

    /// The probabilities from which a token is drawn, of `logits[offset .. offset + count)`.
    public double[] probabilities(float[] logits, int offset, int count) {
        var p = new double[count];
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = logits[offset + i] > logits[offset + best] ? i : best;
        }
        if (temperature == 0) {
            p[best] = 1;
            return p;
        }
        double total = 0;
        for (int i = 0; i < count; i++) {
            p[i] = Math.exp((logits[offset + i] - (double) logits[offset + best]) / temperature);
            total += p[i];
        }
        if (topK > 0 && topK < count || topP < 1) {
            total = truncate(p, total);
        }
        for (int i = 0; i < count; i++) {
            p[i] /= total;
        }
        return p;
    }

    /// Zeroes what top-k and then top-p leave out; returns what is left. Of equals the earlier token is kept.
    private double truncate(double[] p, double total) {
        int limit = topK > 0 ? Math.min(topK, p.length) : p.length;
        var kept = new boolean[p.length];
        double mass = 0;
        double wanted = topP * (limit == p.length ? total : largest(p, limit));
        for (int n = 0; n < limit && (n == 0 || mass < wanted); n++) {
            int next = next(p, kept);
            kept[next] = true;
            mass += p[next];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] = kept[i] ? p[i] : 0;
        }
        return mass;
    }

    private static double largest(double[] p, int count) {
        var taken = new boolean[p.length];
        double sum = 0;
        for (int n = 0; n < count; n++) {
            int next = next(p, taken);
            taken[next] = true;
            sum += p[next];
        }
        return sum;
    }

    private static int next(double[] p, boolean[] taken) {
        int best = -1;
        for (int i = 0; i < p.length; i++) {
            if (!taken[i] && (best < 0 || p[i] > p[best])) {
                best = i;
            }
        }
        return best;
    }

    /// Draws one token.
    public int draw(float[] logits, int offset, int count, RandomStream random) {
        return random.categorical(probabilities(logits, offset, count));
    }
}
