package rewardscope.compute;

/// Layer normalisation of rows, as its formula says, summed in float64.
final class ReferenceLayerNorm {
    static final float EPSILON = 1e-5f;

    private ReferenceLayerNorm() {}

    /// y = gain x̂ + bias, x̂ = (x − μ) / √(σ² + ε)
    static void forward(
            float[] x, float[] gain, float[] bias, float[] y, float[] mean, float[] rstd, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double mu = 0;
            for (int c = 0; c < columns; c++) {
                mu += x[r * columns + c];
            }
            mu /= columns;
            double variance = 0;
            for (int c = 0; c < columns; c++) {
                double deviation = x[r * columns + c] - mu;
                variance += deviation * deviation;
            }
            double s = 1 / Math.sqrt(variance / columns + EPSILON);
            for (int c = 0; c < columns; c++) {
                y[r * columns + c] = (float) ((x[r * columns + c] - mu) * s * gain[c] + bias[c]);
            }
            mean[r] = (float) mu;
            rstd[r] = (float) s;
        }
    }

    /// dx = (dx̂ − mean(dx̂) − x̂ mean(dx̂ x̂)) / √(σ² + ε) with dx̂ = gain dy, dGain += Σ dy x̂, dBias += Σ dy
    static void backward(
            float[] x, float[] gain, float[] mean, float[] rstd, float[] dy, float[] dx, boolean add, float[] dGain,
            float[] dBias, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double mu = mean[r];
            double s = rstd[r];
            double sumDn = 0; // Σ ∂loss/∂x̂
            double sumDnN = 0; // Σ ∂loss/∂x̂ · x̂
            for (int c = 0; c < columns; c++) {
                double n = (x[r * columns + c] - mu) * s;
                double d = dy[r * columns + c];
                dGain[c] += (float) (d * n);
                dBias[c] += (float) d;
                sumDn += d * gain[c];
                sumDnN += d * gain[c] * n;
            }
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double n = (x[i] - mu) * s;
                double value = s * (dy[i] * gain[c] - sumDn / columns - n * sumDnN / columns);
                dx[i] = (float) (value + (add ? dx[i] : 0));
            }
        }
    }
}
