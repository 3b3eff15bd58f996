package rewardscope.language.stage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.compute.ComputeBackend;
import rewardscope.language.world.Prompt;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;
import rewardscope.nn.Gpt;
import rewardscope.nn.GptConfig;
import rewardscope.nn.GptGraph;
import rewardscope.nn.GptOptimiser;
import rewardscope.nn.LearningRate;
import rewardscope.nn.Tape;
import rewardscope.nn.Tensor;
import rewardscope.nn.TrainingStopped;

/// A transformer with everything that is done to it: log-probabilities of answers, one number a position, and steps
/// along slopes that were worked out from these.
final class Network implements Stateful {
    /// One answer to one prompt.
    record Said(Prompt prompt, int[] answer) {}

    private static final double WEIGHT_DECAY = 0.01;

    private final String name;
    private final Gpt gpt;
    private final int rows;
    private final int time;
    private Optional<GptGraph> graph = Optional.empty();
    private Optional<GptOptimiser> optimiser = Optional.empty();
    private final Map<String, float[]> scratch = new HashMap<>();

    /// @param name what the lab calls it
    Network(String name, GptConfig config, int rows, int time, ComputeBackend backend) {
        this.name = name;
        gpt = new Gpt(config, backend);
        this.rows = rows;
        this.time = time;
    }

    Gpt gpt() {
        return gpt;
    }

    int rows() {
        return rows;
    }

    /// Takes the weights of another network, as far as both have them.
    void take(Network other) {
        var theirs = other.gpt.parameters().stream().map(Tensor::name).toList();
        for (Tensor p : gpt.parameters()) {
            if (theirs.contains(p.name())) {
                p.set(other.gpt.get(p.name()).values());
            }
        }
    }

    /// Starts an optimiser: AdamW with gradients shortened to norm 1.
    void train() {
        optimiser = Optional.of(new GptOptimiser(gpt, GptOptimiser.Config.adamW(
                LearningRate.constant(0), WEIGHT_DECAY, GptOptimiser.Decay.MATRICES, 1)));
    }

    /// Drops the optimiser: the weights stay as they are.
    void freeze() {
        optimiser = Optional.empty();
    }

    private GptGraph graph() {
        if (graph.isEmpty()) {
            graph = Optional.of(new GptGraph(gpt, rows, time));
        }
        return graph.get();
    }

    Rows makeRows() {
        return new Rows(rows, time);
    }

    /// log p of every target of the rows, 0 where nothing is asked; (B·T).
    double[] logp(Rows batch) {
        graph().forward(batch.inputs, batch.targets);
        float[] loss = graph().loss().values();
        var logp = new double[loss.length];
        for (int i = 0; i < logp.length; i++) {
            logp[i] = batch.targets[i] < 0 ? 0 : -(double) loss[i];
        }
        return logp;
    }

    /// The number of the scalar head at every position, (B·T).
    double[] scalars(Rows batch) {
        graph().forward(batch.inputs);
        float[] values = graph().scalar().orElseThrow().values();
        var scalars = new double[values.length];
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = values[i];
        }
        return scalars;
    }

    /// After [#logp]: one step along ∂loss/∂logp; returns the norm of the gradient.
    ///
    /// @param dLogp (B·T)
    double stepAlongLogp(Rows batch, double[] dLogp, double alpha) {
        float[] logits = graph().logits().values();
        int V = gpt.config().vocabulary();
        float[] dLogits = scratch.computeIfAbsent("dLogits", k -> new float[logits.length]);
        Arrays.fill(dLogits, 0);
        for (int r = 0; r < dLogp.length; r++) {
            if (dLogp[r] == 0 || batch.targets[r] < 0) {
                continue;
            }
            softmax(logits, r * V, V, dLogits);
            for (int v = r * V; v < (r + 1) * V; v++) {
                dLogits[v] *= (float) -dLogp[r];
            }
            dLogits[r * V + batch.targets[r]] += (float) dLogp[r];
        }
        Tape.clearGradients(gpt.backend(), gpt.parameters());
        graph().backward(dLogits);
        return step(alpha);
    }

    private static void softmax(float[] logits, int from, int count, float[] p) {
        float most = logits[from];
        for (int i = from; i < from + count; i++) {
            most = Math.max(most, logits[i]);
        }
        double total = 0;
        for (int i = from; i < from + count; i++) {
            double e = Math.exp(logits[i] - (double) most);
            p[i] = (float) e;
            total += e;
        }
        float scale = (float) (1 / total);
        for (int i = from; i < from + count; i++) {
            p[i] *= scale;
        }
    }

    /// After [#logp]: one step down the mean of −logp; returns the norm of the gradient.
    double stepDownMeanLoss(double alpha) {
        Tape.clearGradients(gpt.backend(), gpt.parameters());
        graph().backward();
        return step(alpha);
    }

    /// After [#scalars]: one step along ∂loss/∂scalar; returns the norm of the gradient.
    ///
    /// @param dScalar (B·T)
    double stepAlongScalars(double[] dScalar, double alpha) {
        var d = new float[dScalar.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = (float) dScalar[i];
        }
        graph().scalar().orElseThrow().setGradients(d);
        Tape.clearGradients(gpt.backend(), gpt.parameters());
        graph().backward(scratch.computeIfAbsent("zeros", k -> new float[graph().logits().size()]));
        return step(alpha);
    }

    private double step(double alpha) {
        GptOptimiser moving = optimiser.orElseThrow();
        double norm = moving.gradientNorm();
        if (!Double.isFinite(norm)) {
            throw stopped(moving.steps() + 1);
        }
        moving.step(norm, alpha);
        return norm;
    }

    /// The sentence that ends a run whose gradients are no longer numbers. The weights are those before this step.
    private TrainingStopped stopped(long step) {
        Optional<Tensor> forward = graph().firstNonFinite();
        String what = (forward.isPresent() ? "the loss" : "a gradient") + " of the network `" + name + "`";
        String tensor = forward.or(() -> graph().firstNonFiniteGradient()).map(Tensor::name).orElse("the gradient norm");
        return new TrainingStopped(step, what, tensor);
    }

    /// log p of every token of every answer, by answer.
    double[][] logps(List<Said> said) {
        var all = new double[said.size()][];
        Rows batch = makeRows();
        for (int from = 0; from < said.size(); from += rows) {
            fill(batch, said, from);
            double[] logp = logp(batch);
            for (int b = 0; b < rows && from + b < said.size(); b++) {
                all[from + b] = Arrays.copyOfRange(logp, batch.first[b], batch.first[b] + batch.length[b]);
            }
        }
        return all;
    }

    /// The scalar head at every prefix of every answer: before its first token, ..., after its last one.
    double[][] scalars(List<Said> said) {
        var all = new double[said.size()][];
        Rows batch = makeRows();
        for (int from = 0; from < said.size(); from += rows) {
            fill(batch, said, from);
            double[] scalars = scalars(batch);
            for (int b = 0; b < rows && from + b < said.size(); b++) {
                all[from + b] = Arrays.copyOfRange(scalars, batch.first[b], batch.last[b] + 1);
            }
        }
        return all;
    }

    private void fill(Rows batch, List<Said> said, int from) {
        batch.clear();
        for (int b = 0; b < rows && from + b < said.size(); b++) {
            batch.answer(b, said.get(from + b).prompt(), said.get(from + b).answer());
        }
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("weights", gpt);
        boolean trains = state.flag("trains", optimiser.isPresent());
        if (!trains) {
            freeze();
        } else if (optimiser.isEmpty()) {
            train();
        }
        optimiser.ifPresent(moving -> state.part("optimiser", moving));
    }
}
