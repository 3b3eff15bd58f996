package rewardscope.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeBackend.Epilogue;
import rewardscope.compute.DeviceBuffer;

/// Reverse-mode differentiation, recorded once and replayed: building the graph runs nothing and allocates everything,
/// then each [#forward] and [#backward] replays the operations on the same buffers.
///
/// Every operation is a pair, forward and backward, below each other. In backward the last consumer of a tensor runs
/// first and overwrites its gradient, the others add; gradients of parameters always add (see [#clearGradients]).
public final class Tape {
    private record Operation(Runnable forward, Runnable backward, List<Tensor> inputs) {
        boolean consumes(Tensor x) {
            return inputs.contains(x);
        }
    }

    private final ComputeBackend backend;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final DeviceBuffer none;
    private final List<DeviceBuffer> scratch = new ArrayList<>();

    public Tape(ComputeBackend backend) {
        this.backend = backend;
        none = backend.allocate(0);
    }

    public ComputeBackend backend() {
        return backend;
    }

    /// What the operations made, in the order in which forward computes it.
    public List<Tensor> tensors() {
        return Collections.unmodifiableList(tensors);
    }

    /// A tensor that an optimiser moves.
    public static Tensor parameter(ComputeBackend backend, String name, Integer... shape) {
        return new Tensor(backend, name, true, List.of(shape));
    }

    /// A tensor that the caller fills.
    public Tensor input(String name, Integer... shape) {
        return make(name, List.of(shape));
    }

    public void forward() {
        for (Operation operation : operations) {
            operation.forward.run();
        }
    }

    public void backward() {
        for (int i = operations.size() - 1; i >= 0; i--) {
            operations.get(i).backward.run();
        }
    }

    /// Backward from gradients that the caller gives to `x`, whose consumers on the tape are left out.
    ///
    /// @param gradients ∂loss/∂x, not modified
    public void backwardFrom(Tensor x, float[] gradients) {
        x.setGradients(gradients);
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (!operations.get(i).consumes(x)) {
                operations.get(i).backward.run();
            }
        }
    }

    /// Gradients of these parameters = 0.
    public static void clearGradients(ComputeBackend backend, Iterable<Tensor> parameters) {
        for (Tensor p : parameters) {
            backend.fill(p.gradient, 0, p.size());
        }
    }

    private Tensor make(String name, List<Integer> shape) {
        var tensor = new Tensor(backend, name, false, shape);
        tensors.add(tensor);
        return tensor;
    }

    private void record(Runnable forward, Runnable backward, Tensor... inputs) {
        operations.add(new Operation(forward, backward, List.of(inputs)));
    }

    private DeviceBuffer scratch(int length) {
        DeviceBuffer buffer = backend.allocate(length);
        scratch.add(buffer);
        return buffer;
    }

    /// Hands a finished gradient `d` to `x`: added or copied, whichever is due.
    private void give(DeviceBuffer d, Tensor x, int use) {
        if (x.addTo(use)) {
            backend.addScaled(1, d, x.gradient, x.size());
        } else {
            backend.copy(d, x.gradient, x.size());
        }
    }

    // ---- embeddings and linear layers

    /// y[r] = table[ids[r]]; `ids` is read at every replay.
    public Tensor embedding(String name, Tensor table, int[] ids) {
        int C = table.lastDimension();
        Tensor y = make(name, List.of(ids.length, C));
        table.use();
        record(
                () -> backend.gather(table.value, ids, y.value, ids.length, C),
                () -> backend.scatterAdd(y.gradient, ids, table.gradient, ids.length, C));
        return y;
    }

    /// y = x Wᵀ + b.
    ///
    /// @param b a bias, or nothing
    public Tensor linear(String name, Tensor x, Tensor w, Tensor... b) {
        return linear(name, x, w, Epilogue.NONE, List.of(), b);
    }

    /// y = residual + x Wᵀ + b
    public Tensor linearAdd(String name, Tensor residual, Tensor x, Tensor w, Tensor... b) {
        return linear(name, x, w, Epilogue.RESIDUAL, List.of(residual), b);
    }

    /// y = GELU(x Wᵀ + b)
    public Tensor linearGelu(String name, Tensor x, Tensor w, Tensor... b) {
        Tensor pre = make(name + ".pre", List.of(x.rows(), w.shape().getFirst()));
        return linear(name, x, w, Epilogue.GELU, List.of(pre), b);
    }

    private Tensor linear(String name, Tensor x, Tensor w, Epilogue epilogue, List<Tensor> extra, Tensor... b) {
        int R = x.rows();
        int in = x.lastDimension();
        int out = w.shape().getFirst();
        Tensor y = make(name, List.of(R, out));
        DeviceBuffer bias = b.length == 0 ? none : b[0].value;
        DeviceBuffer extraValue = extra.isEmpty() ? none : extra.getFirst().value;
        int xUse = x.use();
        w.use();
        int extraUse = extra.isEmpty() ? 0 : extra.getFirst().use();
        record(
                () -> backend.linear(x.value, w.value, bias, epilogue, extraValue, y.value, R, in, out),
                () -> {
                    DeviceBuffer dz = y.gradient;
                    if (epilogue == Epilogue.GELU) {
                        dz = extra.getFirst().gradient;
                        backend.geluBackward(extraValue, y.gradient, dz, R * out);
                    } else if (epilogue == Epilogue.RESIDUAL) {
                        give(y.gradient, extra.getFirst(), extraUse);
                    }
                    backend.matmul(dz, false, w.value, false, x.gradient, x.addTo(xUse), 1, R, in, out); // dx = dz W
                    backend.matmul(dz, true, x.value, false, w.gradient, true, 1, out, in, R); // dW += dzᵀ x
                    if (b.length > 0) {
                        backend.addColumnSums(dz, b[0].gradient, R, out);
                    }
                });
        return y;
    }

    /// C = A B, or A Bᵀ.
    public Tensor matmul(String name, Tensor a, Tensor b, boolean transposeB) {
        int m = a.rows();
        int k = a.lastDimension();
        int n = transposeB ? b.rows() : b.lastDimension();
        Tensor c = make(name, List.of(m, n));
        int aUse = a.use();
        int bUse = b.use();
        record(
                () -> backend.matmul(a.value, false, b.value, transposeB, c.value, false, 1, m, n, k),
                () -> {
                    backend.matmul(c.gradient, false, b.value, !transposeB, a.gradient, a.addTo(aUse), 1, m, k, n);
                    if (transposeB) {
                        backend.matmul(c.gradient, true, a.value, false, b.gradient, b.addTo(bUse), 1, n, k, m);
                    } else {
                        backend.matmul(a.value, true, c.gradient, false, b.gradient, b.addTo(bUse), 1, k, n, m);
                    }
                });
        return c;
    }

    // ---- elementwise

    public Tensor add(String name, Tensor a, Tensor b) {
        Tensor c = make(name, a.shape());
        int n = c.size();
        int aUse = a.use();
        int bUse = b.use();
        record(
                () -> {
                    backend.copy(a.value, c.value, n);
                    backend.addScaled(1, b.value, c.value, n);
                },
                () -> {
                    give(c.gradient, b, bUse);
                    give(c.gradient, a, aUse);
                });
        return c;
    }

    public Tensor multiply(String name, Tensor a, Tensor b) {
        Tensor c = make(name, a.shape());
        int n = c.size();
        DeviceBuffer d = scratch(n);
        int aUse = a.use();
        int bUse = b.use();
        record(
                () -> backend.multiply(a.value, b.value, c.value, n),
                () -> {
                    backend.multiply(c.gradient, a.value, d, n);
                    give(d, b, bUse);
                    backend.multiply(c.gradient, b.value, d, n);
                    give(d, a, aUse);
                });
        return c;
    }

    public Tensor gelu(String name, Tensor x) {
        return unary(name, x, (y, n) -> backend.gelu(x.value, y.value, n),
                (y, d) -> backend.geluBackward(x.value, y.gradient, d, x.size()));
    }

    public Tensor tanh(String name, Tensor x) {
        return unary(name, x, (y, n) -> backend.tanh(x.value, y.value, n),
                (y, d) -> backend.tanhBackward(y.value, y.gradient, d, x.size()));
    }

    public Tensor softmax(String name, Tensor x) {
        int R = x.rows();
        int V = x.lastDimension();
        return unary(name, x, (y, n) -> backend.softmax(x.value, y.value, R, V),
                (y, d) -> backend.softmaxBackward(y.value, y.gradient, d, R, V));
    }

    public Tensor logSoftmax(String name, Tensor x) {
        int R = x.rows();
        int V = x.lastDimension();
        return unary(name, x, (y, n) -> backend.logSoftmax(x.value, y.value, R, V),
                (y, d) -> backend.logSoftmaxBackward(y.value, y.gradient, d, R, V));
    }

    private interface Forward {
        void run(Tensor y, int n);
    }

    private interface Backward {
        void run(Tensor y, DeviceBuffer dx);
    }

    private Tensor unary(String name, Tensor x, Forward forward, Backward backward) {
        Tensor y = make(name, x.shape());
        DeviceBuffer d = scratch(x.size());
        int use = x.use();
        record(
                () -> forward.run(y, x.size()),
                () -> {
                    backward.run(y, d);
                    give(d, x, use);
                });
        return y;
    }

    // ---- transformer pieces

    public Tensor layerNorm(String name, Tensor x, Tensor gain, Tensor bias) {
        int R = x.rows();
        int C = x.lastDimension();
        Tensor y = make(name, x.shape());
        DeviceBuffer mean = scratch(R);
        DeviceBuffer rstd = scratch(R);
        int use = x.use();
        gain.use();
        bias.use();
        record(
                () -> backend.layerNorm(x.value, gain.value, bias.value, y.value, mean, rstd, R, C),
                () -> backend.layerNormBackward(x.value, gain.value, mean, rstd, y.gradient, x.gradient, x.addTo(use),
                        gain.gradient, bias.gradient, R, C));
        return y;
    }

    /// Causal self-attention of (B·T, 3C) queries, keys and values. The attention weights become a tensor of their own,
    /// `name + ".weights"`, of shape (B, H, T, T).
    public Tensor attention(String name, Tensor qkv, int batch, int time, int heads) {
        int C = qkv.lastDimension() / 3;
        Tensor weights = make(name + ".weights", List.of(batch, heads, time, time));
        Tensor y = make(name, List.of(batch * time, C));
        if (qkv.use() != 0) {
            throw new IllegalArgumentException("attention must be the only consumer of " + qkv.name());
        }
        record(
                () -> backend.attention(qkv.value, weights.value, y.value, batch, time, C, heads),
                () -> backend.attentionBackward(qkv.value, weights.value, y.gradient, weights.gradient, qkv.gradient,
                        batch, time, C, heads));
        return y;
    }

    /// The loss of each row; backward starts from the mean of those whose target is not negative.
    public Tensor crossEntropy(String name, Tensor logits, int[] targets) {
        int R = logits.rows();
        int V = logits.lastDimension();
        Tensor loss = make(name, List.of(R));
        DeviceBuffer d = scratch(logits.size());
        int use = logits.use();
        record(
                () -> backend.crossEntropy(logits.value, targets, loss.value, d, R, V),
                () -> give(d, logits, use),
                logits);
        return loss;
    }
}
