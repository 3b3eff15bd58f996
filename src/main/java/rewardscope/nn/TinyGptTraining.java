package rewardscope.nn;

import rewardscope.compute.ComputeBackend;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Trains a tiny GPT to continue a text. One [#step] is one minibatch: B windows of T tokens drawn from the text, each
/// token's target the token after it.
///
/// The run is a function of (text, configuration, seed, backend), bit for bit, whatever the number of threads.
///
/// A step waits for its device once, for loss and gradient norm together. With pocl that costs an eighth of a step for
/// the smallest model (3 of 25 ms: meanwhile nothing is handed to it), and for 110,000 weights (190 ms) nothing that
/// can be told from noise. To wait every so many steps only, the device would have to clip by a norm that nobody has
/// seen and to stop by itself at a NaN, and curves, stops and records would get their numbers acts late.
public final class TinyGptTraining implements Stateful {
    /// @param batch B, windows a minibatch
    /// @param time  T, tokens a window; at most the model's block
    public record Config(GptConfig model, int batch, int time, GptOptimiser.Config optimiser) {}

    /// One minibatch update.
    ///
    /// @param step         1 is the first
    /// @param loss         mean cross-entropy of the minibatch in nats, before the update
    /// @param learningRate alpha of this update
    /// @param gradientNorm of all gradients together, before clipping
    /// @param clipped      whether the gradients were scaled down to the configured norm
    /// @param tokensSeen   tokens trained on since the beginning, this minibatch included
    public record Step(
            long step, double loss, double learningRate, double gradientNorm, boolean clipped, long tokensSeen) {}

    private final Config config;
    private final int[] text;
    private final Gpt gpt;
    private final GptGraph graph;
    private final GptOptimiser optimiser;
    private final RandomStream random;
    private final int[] inputs;
    private final int[] targets;

    /// @param text token ids, longer than a window; not modified
    public TinyGptTraining(Config config, int[] text, long seed, ComputeBackend backend) {
        if (text.length <= config.time) {
            throw new IllegalArgumentException(
                    "a text of " + text.length + " tokens is too short for windows of " + config.time + " and a target");
        }
        for (int token : text) {
            if (token < 0 || token >= config.model.vocabulary()) {
                throw new IllegalArgumentException("token " + token + " is not in the vocabulary");
            }
        }
        this.config = config;
        this.text = text.clone();
        gpt = new Gpt(config.model, backend);
        gpt.initialise(RandomStream.named(seed, "initialisation"));
        graph = new GptGraph(gpt, config.batch, config.time);
        optimiser = new GptOptimiser(gpt, config.optimiser);
        random = RandomStream.named(seed, "minibatches");
        inputs = new int[config.batch * config.time];
        targets = new int[inputs.length];
    }

    /// Draws a minibatch, computes loss and gradients, moves the weights.
    ///
    /// @throws TrainingStopped when the loss or a gradient is not finite; the weights are then those before the step
    public Step step() {
        return step(optimiser.learningRate());
    }

    /// The same with another learning rate than the schedule's.
    public Step step(double learningRate) {
        int T = config.time;
        for (int b = 0; b < config.batch; b++) {
            int start = random.below(text.length - T);
            System.arraycopy(text, start, inputs, b * T, T);
            System.arraycopy(text, start + 1, targets, b * T, T);
        }
        long step = optimiser.steps() + 1;
        graph.forward(inputs, targets);
        Tape.clearGradients(gpt.backend(), gpt.parameters());
        graph.backward();
        var read = optimiser.read(graph);
        double loss = read.loss();
        double norm = read.gradientNorm();
        if (!Double.isFinite(loss)) {
            String tensor = graph.firstNonFinite().map(Tensor::name).orElse("loss");
            throw new TrainingStopped(step, "the loss", tensor);
        }
        if (!Double.isFinite(norm)) {
            String tensor = graph.firstNonFiniteGradient().map(Tensor::name).orElse("gradient norm");
            throw new TrainingStopped(step, "a gradient", tensor);
        }
        optimiser.step(norm, learningRate);
        return new Step(step, loss, learningRate, norm, norm > config.optimiser.clipNorm(), step * inputs.length);
    }

    public Config config() {
        return config;
    }

    /// Number of updates made.
    public long steps() {
        return optimiser.steps();
    }

    public Gpt gpt() {
        return gpt;
    }

    /// The tokens of the latest minibatch: B windows of T inputs, or of their targets.
    public int[] minibatch(boolean asTargets) {
        return (asTargets ? targets : inputs).clone();
    }

    /// The activations and gradients of the latest step, by name. They are not part of a snapshot: after restoring,
    /// they are those of whatever ran last, until the next step.
    public GptGraph graph() {
        return graph;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("weights", gpt);
        state.part("optimiser", optimiser);
        state.part("minibatches", random);
    }
}
