package rewardscope.compute;

import java.util.List;

/// float32 buffers and the kernels that training and sampling a small transformer need.
///
/// Tensors are row-major and dense. Letters: B sequences, T positions, C channels, H heads of D = C / H channels,
/// V vocabulary, R rows (usually B·T), m × k times k × n for products. Kernels whose name ends in `Backward` add into
/// the gradients they write where the parameter says "added to". No kernel allocates a buffer. Sizes may be 0.
public interface ComputeBackend extends AutoCloseable {
    /// What is done to a product before it is written.
    enum Epilogue { NONE, GELU, RESIDUAL }

    String name();

    /// `length` zeros.
    DeviceBuffer allocate(int length);

    /// Copies `count` numbers from the host, from `host[hostOffset]` to `buffer[offset]`.
    void upload(float[] host, int hostOffset, DeviceBuffer buffer, int offset, int count);

    /// Copies `count` numbers to the host, from `buffer[offset]` to `host[hostOffset]`.
    void download(DeviceBuffer buffer, int offset, float[] host, int hostOffset, int count);

    // ---- matrix products

    /// `batch` products C = A · B, or C += A · B: A is m × k (k × m when transposed), B is k × n (n × k when transposed),
    /// the matrices of a batch behind each other.
    void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k);

    /// y = x Wᵀ + b, then the epilogue: GELU keeps x Wᵀ + b in `extra` and writes its GELU to y; RESIDUAL adds `extra`.
    ///
    /// @param x     (R, in)
    /// @param w     (out, in)
    /// @param bias  (out), or of length 0 for none
    /// @param extra (R, out) with an epilogue, not read otherwise
    /// @param y     (R, out), written; not x
    void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out);

    // ---- elementwise

    void fill(DeviceBuffer x, float value, int n);

    /// y = x
    void copy(DeviceBuffer x, DeviceBuffer y, int n);

    /// y += a x
    void addScaled(float a, DeviceBuffer x, DeviceBuffer y, int n);

    /// x = a x
    void scale(DeviceBuffer x, float a, int n);

    /// z = x y
    void multiply(DeviceBuffer x, DeviceBuffer y, DeviceBuffer z, int n);

    /// y = ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
    void gelu(DeviceBuffer x, DeviceBuffer y, int n);

    /// dx = dy · gelu′(x); dx may be dy.
    void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n);

    /// y = tanh x; y may be x.
    void tanh(DeviceBuffer x, DeviceBuffer y, int n);

    /// dx = dy (1 − y²); dx may be dy.
    void tanhBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n);

    /// y = max(0, x), and NaN where x is; y may be x.
    void relu(DeviceBuffer x, DeviceBuffer y, int n);

    /// dx = dy where y > 0, else 0; dx may be dy.
    void reluBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n);

    // ---- reductions and rows

    /// Σ x, summed in float64.
    double sum(DeviceBuffer x, int n);

    /// Σ x², summed in float64.
    double sumOfSquares(DeviceBuffer x, int n);

    /// Σ x² over all numbers of several buffers: one wait for all of them, where waiting costs.
    default double sumOfSquares(List<DeviceBuffer> buffers) {
        double sum = 0;
        for (DeviceBuffer each : buffers) {
            sum += sumOfSquares(each, each.length());
        }
        return sum;
    }

    /// What is read back of an update.
    ///
    /// @param sum     Σ x of one buffer
    /// @param squares Σ x² over all numbers of others
    record Sums(double sum, double squares) {}

    /// Both, for one wait, where waiting costs.
    ///
    /// @param n how many numbers of x count
    default Sums sums(DeviceBuffer x, int n, List<DeviceBuffer> squared) {
        return new Sums(sum(x, n), sumOfSquares(squared));
    }

    /// s[c] += Σ_r x[r][c]
    void addColumnSums(DeviceBuffer x, DeviceBuffer s, int rows, int columns);

    /// x[r] += s
    void addToRows(DeviceBuffer s, DeviceBuffer x, int rows, int columns);

    /// y[r] = softmax(x[r])
    void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns);

    /// dx = y (dy − Σ y dy)
    void softmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns);

    /// y[r] = log softmax(x[r])
    void logSoftmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns);

    /// dx = dy − exp(y) Σ dy
    void logSoftmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns);

    /// loss[r] = −log softmax(logits[r])[targets[r]] and dLogits = ∂(mean of the losses)/∂logits. A negative target is
    /// left out of the mean; its loss and its gradient are 0.
    void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns);

    /// y = (x − mean) · rstd · gain + bias, rstd = 1 / √(variance + 1e-5), a row at a time.
    void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns);

    /// @param dx (R, C), added to when `add`, else written
    /// @param dGain (C), added to
    /// @param dBias (C), added to
    void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns);

    // ---- embeddings

    /// y[r] = table[ids[r]]; ids of any length, `table` (V, C).
    void gather(DeviceBuffer table, int[] ids, DeviceBuffer y, int rows, int columns);

    /// dTable[ids[r]] += dy[r]
    void scatterAdd(DeviceBuffer dy, int[] ids, DeviceBuffer dTable, int rows, int columns);

    // ---- causal self-attention

    /// softmax(q kᵀ / √D, past and present only) v, a head at a time.
    ///
    /// @param qkv   (B, T, 3C): queries, keys, values
    /// @param probs (B, H, T, T), written: the attention weights
    /// @param y     (B, T, C), written
    void attention(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int batch, int time, int channels, int heads);

    /// @param dProbs (B, H, T, T), written: ∂loss/∂attention weights
    /// @param dQkv   (B, T, 3C), written
    void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads);

    /// One new position: keys and values join the cache at `position`, and the query attends to all up to it.
    ///
    /// @param qkv   (B, 3C)
    /// @param cache (B, H, capacity, 2, D): a key and a value for each position
    /// @param y     (B, C), written
    void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int batch, int position, int capacity, int channels,
            int heads);

    // ---- optimisers

    /// m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← keep·θ − stepSize · m / (√v · inverseRootOfCorrection2 + ε), with
    /// g = gradientScale · the gradient.
    void adamStep(
            DeviceBuffer theta, DeviceBuffer gradient, DeviceBuffer m, DeviceBuffer v, int n, float gradientScale,
            float beta1, float beta2, float stepSize, float inverseRootOfCorrection2, float epsilon, float keep);

    /// Frees what the backend holds: threads, device memory.
    @Override
    void close();
}
