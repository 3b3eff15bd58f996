package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.S;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;

/// Layer normalisation of rows, with x̂ = (x − μ) / √(σ² + ε).
final class LayerNorm {
    private static final int PANEL = 2 * L; // columns that a thread takes at least

    private final Workers workers;

    LayerNorm(Workers workers) {
        this.workers = workers;
    }

    /// y = gain x̂ + bias
    void forward(float[] x, float[] gain, float[] bias, float[] y, float[] mean, float[] rstd, int rows, int columns) {
        workers.run(rows, 1, 8L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                int row = r * columns;
                var sums = all(0);
                for (int c = 0; c < columns; c += L) {
                    sums = sums.add(c + L <= columns ? load(x, row + c)
                            : load(x, row + c, S.indexInRange(c, columns)));
                }
                float mu = Lanes.sum(sums) / columns;
                var squares = all(0);
                int c = 0;
                for (; c <= columns - L; c += L) {
                    var d = load(x, row + c).sub(mu);
                    squares = d.fma(d, squares);
                }
                float variance = Lanes.sum(squares);
                for (; c < columns; c++) {
                    float d = x[row + c] - mu;
                    variance += d * d;
                }
                float s = (float) (1 / Math.sqrt(variance / columns + ReferenceLayerNorm.EPSILON));
                for (c = 0; c <= columns - L; c += L) {
                    load(x, row + c).sub(mu).mul(s).fma(load(gain, c), load(bias, c)).intoArray(y, row + c);
                }
                for (; c < columns; c++) {
                    y[row + c] = Math.fma((x[row + c] - mu) * s, gain[c], bias[c]);
                }
                mean[r] = mu;
                rstd[r] = s;
            }
        });
    }

    /// dGain += Σ dy x̂, dBias += Σ dy
    void parametersBackward(
            float[] x, float[] mean, float[] rstd, float[] dy, float[] dGain, float[] dBias, int rows, int columns) {
        workers.run(columns, PANEL, 4L * rows * columns, (part, from, to) -> {
            for (int r = 0; r < rows; r++) {
                int row = r * columns;
                int c = from;
                for (; c <= to - L; c += L) {
                    var d = load(dy, row + c);
                    d.fma(load(x, row + c).sub(mean[r]).mul(rstd[r]), load(dGain, c)).intoArray(dGain, c);
                    load(dBias, c).add(d).intoArray(dBias, c);
                }
                for (; c < to; c++) {
                    dGain[c] = Math.fma(dy[row + c], (x[row + c] - mean[r]) * rstd[r], dGain[c]);
                    dBias[c] += dy[row + c];
                }
            }
        });
    }

    /// dx = (dx̂ − mean(dx̂) − x̂ mean(dx̂ x̂)) / √(σ² + ε), dx̂ = gain dy
    void backward(
            float[] x, float[] gain, float[] mean, float[] rstd, float[] dy, float[] dx, boolean add, int rows,
            int columns) {
        workers.run(rows, 1, 8L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                int row = r * columns;
                float mu = mean[r];
                float s = rstd[r];
                var sums = all(0); // Σ ∂loss/∂x̂
                var dots = all(0); // Σ ∂loss/∂x̂ · x̂
                int c = 0;
                for (; c <= columns - L; c += L) {
                    var dn = load(dy, row + c).mul(load(gain, c));
                    sums = sums.add(dn);
                    dots = dn.fma(load(x, row + c).sub(mu).mul(s), dots);
                }
                float sum = Lanes.sum(sums);
                float dot = Lanes.sum(dots);
                for (; c < columns; c++) {
                    float dn = dy[row + c] * gain[c];
                    sum += dn;
                    dot += dn * (x[row + c] - mu) * s;
                }
                sum /= columns;
                dot /= columns;
                for (c = 0; c <= columns - L; c += L) {
                    var n = load(x, row + c).sub(mu).mul(s);
                    var value = load(dy, row + c).mul(load(gain, c)).sub(sum).sub(n.mul(dot)).mul(s);
                    (add ? value.add(load(dx, row + c)) : value).intoArray(dx, row + c);
                }
                for (; c < columns; c++) {
                    float n = (x[row + c] - mu) * s;
                    float value = s * (dy[row + c] * gain[c] - sum - n * dot);
                    dx[row + c] = add ? dx[row + c] + value : value;
                }
            }
        });
    }
}
