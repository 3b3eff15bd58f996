package rewardscope.compute;

/// Softmax over rows and the cross-entropy above it, as their formulas say, summed in float64.
final class ReferenceSoftmax {
    private ReferenceSoftmax() {}

    /// log Σ exp x, shifted by the largest so that nothing overflows.
    static double logSumExp(float[] x, int offset, int count) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + count; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }

    /// y = e to the (x − log Σ exp x)
    static void softmax(float[] x, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double normaliser = logSumExp(x, r * columns, columns);
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                y[i] = (float) Math.exp(x[i] - normaliser);
            }
        }
    }

    /// dx = y (dy − Σ y dy)
    static void softmaxBackward(float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double dot = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                dot += y[i] * dy[i];
            }
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                dx[i] = (float) (y[i] * (dy[i] - dot));
            }
        }
    }

    /// y = x − log Σ exp x
    static void logSoftmax(float[] x, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double normaliser = logSumExp(x, r * columns, columns);
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                y[i] = (float) (x[i] - normaliser);
            }
        }
    }

    /// dx = dy − exp y Σ dy
    static void logSoftmaxBackward(float[] y, float[] dy, float[] dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double total = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                total += dy[i];
            }
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                dx[i] = (float) (dy[i] - Math.exp(y[i]) * total);
            }
        }
    }

    /// loss = −log p[target], dLogits = (p − 1[target]) / counted, of rows with a target; 0 elsewhere
    static void crossEntropy(float[] x, int[] targets, float[] loss, float[] dLogits, int rows, int columns) {
        int counted = counted(targets, rows);
        for (int r = 0; r < rows; r++) {
            int target = targets[r];
            double normaliser = logSumExp(x, r * columns, columns);
            loss[r] = target < 0 ? 0 : (float) (normaliser - x[r * columns + target]);
            for (int c = 0; c < columns; c++) {
                double p = Math.exp(x[r * columns + c] - normaliser);
                dLogits[r * columns + c] = target < 0 ? 0 : (float) ((p - (c == target ? 1 : 0)) / counted);
            }
        }
    }

    /// How many targets count in the mean.
    static int counted(int[] targets, int rows) {
        int counted = 0;
        for (int r = 0; r < rows; r++) {
            counted += targets[r] >= 0 ? 1 : 0;
        }
        return Math.max(counted, 1);
    }
}
