package rewardscope.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;
import rewardscope.math.RandomStream;

/// Runs a GPT token by token for B sequences side by side, keeping the keys and values of the past.
///
/// It works on its own transposed copies of the weights, taken when it is made and by [#refresh].
public final class GptSampler {
    private final Gpt gpt;
    private final ComputeBackend backend;
    private final int B;
    private final int C;
    private final int V;
    private final Map<String, DeviceBuffer> turned = new LinkedHashMap<>(); // W[in][out]
    private final List<DeviceBuffer> caches = new ArrayList<>();
    private final DeviceBuffer x; // (B, C)
    private final DeviceBuffer n;
    private final DeviceBuffer y;
    private final DeviceBuffer qkv; // (B, 3C)
    private final DeviceBuffer up; // (B, 4C)
    private final DeviceBuffer out; // (B, V)
    private final DeviceBuffer mean;
    private final DeviceBuffer rstd;
    private final int[] zeros;
    private final int[] positions;
    private final float[] logits;
    private int position;

    public GptSampler(Gpt gpt, int batch) {
        this.gpt = gpt;
        backend = gpt.backend();
        GptConfig config = gpt.config();
        B = batch;
        C = config.channels();
        V = config.vocabulary();
        for (int l = 0; l < config.layers(); l++) {
            caches.add(backend.allocate(B * config.block() * 2 * C));
        }
        x = backend.allocate(B * C);
        n = backend.allocate(B * C);
        y = backend.allocate(B * C);
        qkv = backend.allocate(B * 3 * C);
        up = backend.allocate(B * 4 * C);
        out = backend.allocate(B * V);
        mean = backend.allocate(B);
        rstd = backend.allocate(B);
        zeros = new int[B];
        positions = new int[B];
        logits = new float[B * V];
        refresh();
    }

    /// Takes the weights again, after training, and forgets the past.
    public void refresh() {
        for (Tensor p : gpt.parameters()) {
            boolean embedding = p.name().equals("wte") || p.name().equals("wpe");
            if (p.shape().size() == 2 && !embedding) {
                turn(p.name(), p);
            }
        }
        turn("head", gpt.head());
        reset();
    }

    private void turn(String name, Tensor w) {
        int outs = w.shape().getFirst();
        int ins = w.lastDimension();
        float[] from = w.values();
        var to = new float[from.length];
        for (int o = 0; o < outs; o++) {
            for (int i = 0; i < ins; i++) {
                to[i * outs + o] = from[o * ins + i];
            }
        }
        backend.upload(to, 0, turned.computeIfAbsent(name, key -> backend.allocate(from.length)), 0, to.length);
    }

    /// Forgets the past.
    public void reset() {
        position = 0;
    }

    /// How many tokens each sequence has; the block length is the most.
    public int position() {
        return position;
    }

    /// Feeds the next token of every sequence.
    ///
    /// @param tokens B token ids
    /// @return       (B, V) logits of the token after; owned by this sampler, overwritten by the next call
    public float[] next(int[] tokens) {
        int capacity = gpt.config().block();
        if (position == capacity) {
            throw new IllegalStateException("the sequence is already " + capacity + " tokens long");
        }
        Arrays.fill(positions, position);
        backend.gather(gpt.get("wte").value, tokens, x, B, C);
        backend.gather(gpt.get("wpe").value, positions, y, B, C);
        backend.addScaled(1, y, x, B * C);
        for (int l = 0; l < gpt.config().layers(); l++) {
            String h = "h" + l + ".";
            norm(h + "ln1");
            project(h + "attn.qkv", n, qkv, 3 * C, C, false);
            backend.attentionStep(qkv, caches.get(l), y, B, position, capacity, C, gpt.config().heads());
            project(h + "attn.out", y, x, C, C, true);
            norm(h + "ln2");
            project(h + "mlp.up", n, up, 4 * C, C, false);
            backend.gelu(up, up, B * 4 * C);
            project(h + "mlp.down", up, x, C, 4 * C, true);
        }
        norm("lnf");
        backend.matmul(n, false, turned("head"), false, out, false, 1, B, V, C);
        backend.download(out, 0, logits, 0, B * V);
        position++;
        return logits;
    }

    private DeviceBuffer turned(String name) {
        DeviceBuffer found = turned.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    /// n = LN(x)
    private void norm(String name) {
        backend.layerNorm(x, gpt.get(name + ".g").value, gpt.get(name + ".b").value, n, mean, rstd, B, C);
    }

    /// to = from Wᵀ + b, or to += from Wᵀ + b
    private void project(String name, DeviceBuffer from, DeviceBuffer to, int outs, int ins, boolean add) {
        DeviceBuffer bias = gpt.get(name + ".b").value;
        if (add) {
            backend.addToRows(bias, to, B, outs);
        } else {
            backend.gather(bias, zeros, to, B, outs);
        }
        backend.matmul(from, false, turned(name + ".w"), false, to, true, 1, B, outs, ins);
    }

    /// Continues a prompt. Once the block is full each new token sees the latest `block` tokens.
    ///
    /// @return the prompt and `count` more tokens; only for one sequence (B = 1)
    public int[] generate(int[] prompt, int count, Sampling sampling, RandomStream random) {
        if (B != 1 || prompt.length == 0) {
            throw new IllegalArgumentException("generate continues one sequence, from at least one token");
        }
        int[] tokens = Arrays.copyOf(prompt, prompt.length + count);
        int[] one = {0};
        int known = prompt.length;
        int fed = Math.max(0, known - gpt.config().block());
        reset();
        for (; known < tokens.length; known++) {
            if (known - fed > gpt.config().block() - position) {
                reset(); // every position moves: the window is read again
                fed = known - gpt.config().block();
            }
            float[] latest = logits;
            for (; fed < known; fed++) {
                one[0] = tokens[fed];
                latest = next(one);
            }
            tokens[known] = sampling.draw(latest, 0, V, random);
        }
        return tokens;
    }
}
