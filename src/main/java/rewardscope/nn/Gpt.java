package rewardscope.nn;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import rewardscope.compute.ComputeBackend;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The weights of a GPT by name: `wte`, `wpe`, `h0.ln1.g`, `h0.attn.qkv.w` (queries, keys, values below each other),
/// `h0.attn.out.w`, `h0.mlp.up.w`, `h0.mlp.down.w`, ..., `lnf.g`, `head.w`, `scalar.w`; biases and shifts end in `.b`.
public final class Gpt implements Stateful {
    private final GptConfig config;
    private final ComputeBackend backend;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    public Gpt(GptConfig config, ComputeBackend backend) {
        this.config = config;
        this.backend = backend;
        int V = config.vocabulary();
        int C = config.channels();
        add("wte", V, C);
        add("wpe", config.block(), C);
        for (int l = 0; l < config.layers(); l++) {
            String h = "h" + l + ".";
            addNorm(h + "ln1", C);
            addLinear(h + "attn.qkv", 3 * C, C);
            addLinear(h + "attn.out", C, C);
            addNorm(h + "ln2", C);
            addLinear(h + "mlp.up", 4 * C, C);
            addLinear(h + "mlp.down", C, 4 * C);
        }
        addNorm("lnf", C);
        if (!config.tied()) {
            add("head.w", V, C);
        }
        if (config.scalarHead()) {
            addLinear("scalar", 1, C);
        }
    }

    private void add(String name, Integer... shape) {
        parameters.put(name, Tape.parameter(backend, name, shape));
    }

    private void addLinear(String name, int out, int in) {
        add(name + ".w", out, in);
        add(name + ".b", out);
    }

    private void addNorm(String name, int C) {
        add(name + ".g", C);
        add(name + ".b", C);
        float[] ones = new float[C];
        Arrays.fill(ones, 1);
        get(name + ".g").set(ones);
    }

    /// As GPT-2 begins: weights and embeddings from N(0, 0.02²), those that write into the residual stream divided by
    /// √(2 · layers); biases 0, gains 1. The scalar head begins at 0.
    public void initialise(RandomStream random) {
        double residual = 1 / Math.sqrt(2.0 * config.layers());
        for (Tensor p : parameters.values()) {
            if (p.shape().size() == 2 && !p.name().startsWith("scalar")) {
                boolean writes = p.name().endsWith("attn.out.w") || p.name().endsWith("mlp.down.w");
                var w = new float[p.size()];
                for (int i = 0; i < w.length; i++) {
                    w[i] = (float) (0.02 * random.gaussian() * (writes ? residual : 1));
                }
                p.set(w);
            }
        }
    }

    public GptConfig config() {
        return config;
    }

    public ComputeBackend backend() {
        return backend;
    }

    public Collection<Tensor> parameters() {
        return Collections.unmodifiableCollection(parameters.values());
    }

    public Tensor get(String name) {
        Tensor found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no weights are called " + name + "; there are " + parameters.keySet());
        }
        return found;
    }

    /// The weights of the head: the token embedding when tied.
    public Tensor head() {
        return get(config.tied() ? "wte" : "head.w");
    }

    /// Number of weights.
    public int size() {
        return parameters.values().stream().mapToInt(Tensor::size).sum();
    }

    @Override
    public void exchange(StateExchange state) {
        for (Tensor p : parameters.values()) {
            float[] values = p.values();
            state.floats(p.name(), values);
            p.set(values);
        }
    }
}
