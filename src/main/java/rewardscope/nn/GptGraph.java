package rewardscope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Forward and backward of one GPT for B sequences of T tokens. Everything in between can be looked at by name:
/// `embedding`, `h0.ln1`, `h0.qkv`, `h0.attn.weights` (B, H, T, T), `h0.attn`, `h0.mid` (the residual after attention),
/// `h0.ln2`, `h0.mlp.pre`, `h0.mlp`, `h0.out` (the residual after the block), ..., `lnf`, `logits`, `scalar`, `loss`.
public final class GptGraph {
    private final Gpt gpt;
    private final Tape tape;
    private final int B;
    private final int T;
    private final int[] ids;
    private final int[] targets;
    private final Tensor logits;
    private final Optional<Tensor> scalar;
    private final Tensor loss;
    private final float[] zeros;

    public GptGraph(Gpt gpt, int batch, int time) {
        this.gpt = gpt;
        this.B = batch;
        this.T = time;
        GptConfig config = gpt.config();
        if (T > config.block()) {
            throw new IllegalArgumentException(T + " positions in a GPT for at most " + config.block());
        }
        tape = new Tape(gpt.backend());
        zeros = new float[config.channels()];
        ids = new int[B * T];
        targets = new int[B * T];
        Arrays.fill(targets, -1);
        var positions = new int[B * T];
        Arrays.setAll(positions, i -> i % T);

        Tensor token = tape.embedding("embedding.token", gpt.get("wte"), ids); // (B·T, C)
        Tensor position = tape.embedding("embedding.position", gpt.get("wpe"), positions); // (B·T, C)
        Tensor x = tape.add("embedding", token, position);
        for (int l = 0; l < config.layers(); l++) {
            x = block("h" + l + ".", x);
        }
        Tensor last = tape.layerNorm("lnf", x, gpt.get("lnf.g"), gpt.get("lnf.b"));
        logits = tape.linear("logits", last, gpt.head()); // (B·T, V)
        scalar = config.scalarHead()
                ? Optional.of(tape.linear("scalar", last, gpt.get("scalar.w"), gpt.get("scalar.b"))) // (B·T, 1)
                : Optional.empty();
        loss = tape.crossEntropy("loss", logits, targets); // (B·T)
    }

    /// x += Attention(LN₁ x), x += MLP(LN₂ x)
    private Tensor block(String h, Tensor x) {
        Tensor n1 = tape.layerNorm(h + "ln1", x, gpt.get(h + "ln1.g"), gpt.get(h + "ln1.b"));
        Tensor qkv = tape.linear(h + "qkv", n1, gpt.get(h + "attn.qkv.w"), gpt.get(h + "attn.qkv.b")); // (B·T, 3C)
        Tensor attn = tape.attention(h + "attn", qkv, B, T, gpt.config().heads());
        Tensor mid = tape.linearAdd(h + "mid", x, attn, gpt.get(h + "attn.out.w"), gpt.get(h + "attn.out.b"));
        Tensor n2 = tape.layerNorm(h + "ln2", mid, gpt.get(h + "ln2.g"), gpt.get(h + "ln2.b"));
        Tensor up = tape.linearGelu(h + "mlp", n2, gpt.get(h + "mlp.up.w"), gpt.get(h + "mlp.up.b")); // (B·T, 4C)
        return tape.linearAdd(h + "out", mid, up, gpt.get(h + "mlp.down.w"), gpt.get(h + "mlp.down.b"));
    }

    public int batch() {
        return B;
    }

    public int time() {
        return T;
    }

    /// Waits for nothing: what is wanted of it is read afterwards.
    ///
    /// @param inputs  B·T token ids, sequence after sequence
    /// @param targets B·T token ids; negative ones do not count
    public void forward(int[] inputs, int[] targets) {
        System.arraycopy(targets, 0, this.targets, 0, B * T);
        System.arraycopy(inputs, 0, ids, 0, B * T);
        tape.forward();
    }

    /// The mean loss of the latest forward, in nats.
    public double meanLoss() {
        return meanLoss(tape.backend().sum(loss.value, B * T));
    }

    /// The mean of losses with this sum.
    double meanLoss(double sum) {
        return sum / Math.max(1, Arrays.stream(targets).filter(t -> t >= 0).count());
    }

    /// Logits only: no target counts.
    public void forward(int[] inputs) {
        var nothing = new int[B * T];
        Arrays.fill(nothing, -1);
        forward(inputs, nothing);
    }

    /// Adds the gradients of the mean loss to the parameters', which the caller has cleared. ∂loss/∂scalar is what
    /// was set on [#scalar], 0 at first.
    public void backward() {
        tape.backward();
        silenceKeyBiases();
    }

    /// A shift common to all keys changes no attention weight, so that ∂loss/∂(bias of the keys) is exactly 0. What
    /// rounding leaves there is noise, which Adam would blow up to full steps.
    private void silenceKeyBiases() {
        int C = gpt.config().channels();
        for (int l = 0; l < gpt.config().layers(); l++) {
            gpt.backend().upload(zeros, 0, gpt.get("h" + l + ".attn.qkv.b").gradient, C, C);
        }
    }

    /// Backward from other gradients than the mean loss's: ∂loss/∂logits of a policy gradient, say.
    ///
    /// @param dLogits (B·T, V)
    public void backward(float[] dLogits) {
        tape.backwardFrom(logits, dLogits);
        silenceKeyBiases();
    }

    /// (B·T, V)
    public Tensor logits() {
        return logits;
    }

    /// (B·T, 1), when the configuration has the scalar head.
    public Optional<Tensor> scalar() {
        return scalar;
    }

    /// −log p of each target, (B·T).
    public Tensor loss() {
        return loss;
    }

    /// Every intermediate result in the order of computation.
    public List<Tensor> activations() {
        return tape.tensors();
    }

    /// An intermediate result by name.
    public Tensor activation(String name) {
        return tape.tensors().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no activation is called " + name + "; there are "
                        + tape.tensors().stream().map(Tensor::name).toList()));
    }

    /// The first tensor, weights before activations, that holds a NaN or an infinity.
    public Optional<Tensor> firstNonFinite() {
        return Stream.concat(gpt.parameters().stream(), tape.tensors().stream())
                .filter(t -> !finite(t.values()))
                .findFirst();
    }

    /// The first weights whose gradient holds a NaN or an infinity.
    public Optional<Tensor> firstNonFiniteGradient() {
        return gpt.parameters().stream().filter(t -> !finite(t.gradients())).findFirst();
    }

    private static boolean finite(float[] values) {
        for (float v : values) {
            if (!Float.isFinite(v)) {
                return false;
            }
        }
        return true;
    }
}
