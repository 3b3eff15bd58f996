package rewardscope.compute;

import static rewardscope.compute.ReferenceSoftmax.logSumExp;

import java.util.Arrays;

/// Causal self-attention, one position after the other, as its formula says.
///
/// Letters: T positions, C channels, heads of D = C / heads channels; queries, keys and values of a position lie behind
/// each other, 3C numbers.
final class ReferenceAttention {
    private ReferenceAttention() {}

    /// y = p v, p = softmax(q kᵀ / √D)
    static void forward(float[] x, float[] p, float[] y, int batch, int T, int C, int heads) {
        int D = C / heads;
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * T * 3 * C + bh % heads * D; // this head's first query; its keys are C further on
            for (int t = 0; t < T; t++) {
                int row = (bh * T + t) * T;
                for (int s = 0; s < T; s++) {
                    double dot = 0;
                    for (int d = 0; d < D; d++) {
                        dot += x[q + t * 3 * C + d] * x[q + s * 3 * C + C + d];
                    }
                    p[row + s] = s <= t ? (float) (dot / Math.sqrt(D)) : Float.NEGATIVE_INFINITY;
                }
                double normaliser = logSumExp(p, row, T);
                for (int s = 0; s < T; s++) {
                    p[row + s] = (float) Math.exp(p[row + s] - normaliser);
                }
                for (int d = 0; d < D; d++) {
                    double mix = 0;
                    for (int s = 0; s <= t; s++) {
                        mix += p[row + s] * x[q + s * 3 * C + 2 * C + d];
                    }
                    y[(bh / heads * T + t) * C + bh % heads * D + d] = (float) mix;
                }
            }
        }
    }

    /// dv = pᵀ dy, dp = dy vᵀ, ds = p (dp − Σ p dp) / √D, dq = ds k, dk = dsᵀ q
    static void backward(float[] x, float[] p, float[] dy, float[] dp, float[] dx, int batch, int T, int C, int heads) {
        int D = C / heads;
        Arrays.fill(dx, 0, batch * T * 3 * C, 0);
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * T * 3 * C + bh % heads * D;
            for (int t = 0; t < T; t++) {
                int row = (bh * T + t) * T;
                int out = (bh / heads * T + t) * C + bh % heads * D;
                double dot = 0;
                for (int s = 0; s < T; s++) {
                    double d = 0;
                    for (int e = 0; e < D && s <= t; e++) {
                        d += dy[out + e] * x[q + s * 3 * C + 2 * C + e];
                        dx[q + s * 3 * C + 2 * C + e] += p[row + s] * dy[out + e];
                    }
                    dp[row + s] = (float) d;
                    dot += d * p[row + s];
                }
                for (int s = 0; s <= t; s++) {
                    double dScore = p[row + s] * (dp[row + s] - dot) / Math.sqrt(D);
                    for (int e = 0; e < D; e++) {
                        dx[q + t * 3 * C + e] += (float) (dScore * x[q + s * 3 * C + C + e]);
                        dx[q + s * 3 * C + C + e] += (float) (dScore * x[q + t * 3 * C + e]);
                    }
                }
            }
        }
    }

    /// One new position of each sequence: its key and value join the cache, its query looks at all there are.
    ///
    /// @param kv the cache, (batch, heads, capacity, 2, D)
    static void step(float[] x, float[] kv, float[] y, int batch, int position, int capacity, int C, int heads) {
        int D = C / heads;
        var score = new float[position + 1];
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * 3 * C + bh % heads * D;
            int first = bh * capacity * 2 * D;
            System.arraycopy(x, q + C, kv, first + position * 2 * D, D);
            System.arraycopy(x, q + 2 * C, kv, first + position * 2 * D + D, D);
            for (int s = 0; s <= position; s++) {
                double dot = 0;
                for (int d = 0; d < D; d++) {
                    dot += x[q + d] * kv[first + s * 2 * D + d];
                }
                score[s] = (float) (dot / Math.sqrt(D));
            }
            double normaliser = logSumExp(score, 0, position + 1);
            for (int d = 0; d < D; d++) {
                double mix = 0;
                for (int s = 0; s <= position; s++) {
                    mix += Math.exp(score[s] - normaliser) * kv[first + s * 2 * D + D + d];
                }
                y[bh / heads * C + bh % heads * D + d] = (float) mix;
            }
        }
    }
}
