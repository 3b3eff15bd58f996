package rewardscope.nn;

import java.util.ArrayList;
import java.util.List;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Moves the weights of a GPT against their gradients: SGD, Adam or AdamW, after clipping by the global norm.
public final class GptOptimiser implements Stateful {
    public enum Kind { SGD, ADAM, ADAM_W }

    /// Which weights AdamW shrinks: all, only matrices and embeddings (as nanoGPT does), or none.
    public enum Decay { ALL, MATRICES, NONE }

    /// @param clipNorm the largest global gradient norm let through; infinity for no clipping
    public record Config(
            Kind kind, LearningRate learningRate, double beta1, double beta2, double epsilon, double weightDecay,
            Decay decay, double clipNorm) {
        public static Config sgd(LearningRate learningRate) {
            return new Config(Kind.SGD, learningRate, 0, 0, 0, 0, Decay.NONE, Double.POSITIVE_INFINITY);
        }

        public static Config adam(LearningRate learningRate) {
            return new Config(Kind.ADAM, learningRate, 0.9, 0.999, 1e-8, 0, Decay.NONE, Double.POSITIVE_INFINITY);
        }

        public static Config adamW(LearningRate learningRate, double weightDecay, Decay decay, double clipNorm) {
            return new Config(Kind.ADAM_W, learningRate, 0.9, 0.95, 1e-8, weightDecay, decay, clipNorm);
        }
    }

    private record Moments(Tensor parameter, DeviceBuffer m, DeviceBuffer v) {}

    private final Config config;
    private final ComputeBackend backend;
    private final List<Moments> moments = new ArrayList<>();
    private final List<DeviceBuffer> gradients = new ArrayList<>();
    private long steps;

    public GptOptimiser(Gpt gpt, Config config) {
        this.config = config;
        backend = gpt.backend();
        for (Tensor p : gpt.parameters()) {
            int n = config.kind == Kind.SGD ? 0 : p.size();
            gradients.add(p.gradient);
            moments.add(new Moments(p, backend.allocate(n), backend.allocate(n)));
        }
    }

    public Config config() {
        return config;
    }

    /// Number of steps taken.
    public long steps() {
        return steps;
    }

    /// The learning rate that the next step uses.
    public double learningRate() {
        return config.learningRate.at(steps);
    }

    /// What is read back of an update.
    ///
    /// @param loss         mean of the latest forward, in nats
    /// @param gradientNorm of all gradients together, before clipping
    record Read(double loss, double gradientNorm) {}

    /// Waits once for both, after backward.
    Read read(GptGraph graph) {
        var sums = backend.sums(graph.loss().value, graph.loss().size(), gradients);
        return new Read(graph.meanLoss(sums.sum()), Math.sqrt(sums.squares()));
    }

    /// The norm of all gradients together, before clipping.
    public double gradientNorm() {
        return Math.sqrt(backend.sumOfSquares(gradients));
    }

    /// One step, given the norm from [#gradientNorm].
    public void step(double gradientNorm) {
        step(gradientNorm, learningRate());
    }

    /// One step with another learning rate than the schedule's.
    public void step(double gradientNorm, double alpha) {
        steps++;
        double clip = Math.min(1, config.clipNorm / (gradientNorm + 1e-6));
        double correction1 = 1 - Math.pow(config.beta1, steps);
        double inverseRootOfCorrection2 = 1 / Math.sqrt(1 - Math.pow(config.beta2, steps));
        for (Moments each : moments) {
            Tensor p = each.parameter;
            if (config.kind == Kind.SGD) {
                backend.addScaled((float) (-alpha * clip), p.gradient, p.value, p.size());
            } else {
                double keep = decays(p) ? 1 - alpha * config.weightDecay : 1;
                backend.adamStep(p.value, p.gradient, each.m, each.v, p.size(), (float) clip, (float) config.beta1,
                        (float) config.beta2, (float) (alpha / correction1), (float) inverseRootOfCorrection2,
                        (float) config.epsilon, (float) keep);
            }
        }
    }

    private boolean decays(Tensor p) {
        return config.kind == Kind.ADAM_W && switch (config.decay) {
            case ALL -> true;
            case MATRICES -> p.shape().size() >= 2;
            case NONE -> false;
        };
    }

    @Override
    public void exchange(StateExchange state) {
        steps = state.longInteger("steps", steps);
        for (Moments each : moments) {
            exchange(state, "m." + each.parameter.name(), each.m);
            exchange(state, "v." + each.parameter.name(), each.v);
        }
    }

    private void exchange(StateExchange state, String name, DeviceBuffer buffer) {
        var host = new float[buffer.length()];
        backend.download(buffer, 0, host, 0, host.length);
        state.floats(name, host);
        backend.upload(host, 0, buffer, 0, host.length);
    }
}
