package rewardscope.agent.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeFailure;
import rewardscope.env.Environment;
import rewardscope.env.language.Reading;
import rewardscope.math.StateExchange;
import rewardscope.nn.CharVocabulary;
import rewardscope.nn.GptConfig;
import rewardscope.nn.GptOptimiser;
import rewardscope.nn.LearningRate;
import rewardscope.nn.TinyGptTraining;

/// A tiny GPT that learns to say the next character of a text, by AdamW on the mean cross-entropy of a minibatch.
///
/// L(θ) = −1/N Σ log p_θ(x_t | x_<t), θ ← θ − α AdamW(∇L clipped)
///
/// Radford et al. (2018), "Improving language understanding by generative pre-training". One act is one minibatch.
public final class NextToken implements Agent {
    private static final ParameterSpec.Hyper LEARNING_RATE = new ParameterSpec.Hyper(
            "learning-rate", "\\alpha", 0.003, 0, 0.1, "Learning rate: how far AdamW moves the weights an update");

    public static final AgentType TYPE = new AgentType(
            "next-token",
            "Next-token prediction (tiny GPT)",
            Family.LANGUAGE,
            List.of(
                    LEARNING_RATE,
                    new ParameterSpec.Count("layers", 2, 1, 8, "Blocks of attention and MLP, one after the other"),
                    new ParameterSpec.Count("heads", 2, 1, 8, "Attention heads in each layer; they divide the width"),
                    new ParameterSpec.Count("width", 32, 4, 256, "Numbers that a token is while it passes through"),
                    new ParameterSpec.Count("context", 24, 4, 128, "Characters that it can look back on"),
                    new ParameterSpec.Count("batch", 12, 1, 128, "Windows of text in a minibatch"),
                    new ParameterSpec.Number("clip", 1, 1e-6, 1e9, "Longer gradients are shortened to this norm"),
                    new ParameterSpec.Number("weight-decay", 0.01, 0, 1, "AdamW: how fast matrices shrink to zero")),
            NextToken::whyNot,
            NextToken::new)
            .onAnyDevice();

    private static final Equation EQUATION = Equation.of(
            "#{loss|L} = -\\frac{1}{#{tokens|N}} #{sumLogp|\\sum_t \\log p_\\theta(x_t\\mid x_{<t})}");

    private final Reading environment;
    private final Hyperparameters hyperparameters;
    private final HyperParameter learningRate;
    private final CharVocabulary vocabulary;
    private final ComputeBackend backend;
    private final TinyGptTraining training;
    private final int[] prompt;
    private Optional<Looking> looking = Optional.empty();
    private Optional<LanguageLook> looked = Optional.empty();
    private TinyGptTraining.Step step = new TinyGptTraining.Step(0, 0, 0, 0, false, 0);

    public NextToken(AgentSettings settings) {
        environment = (Reading) settings.environment();
        hyperparameters = settings.hyperparameters();
        learningRate = settings.hyper("learning-rate");
        String corpus = environment.spec().corpus();
        vocabulary = CharVocabulary.of(corpus);
        int heads = settings.count("heads");
        int width = settings.count("width");
        int[] text = vocabulary.encode(corpus);
        int context = Math.min(settings.count("context"), text.length - 1);
        var model = GptConfig.of(
                vocabulary.size(), (width + heads - 1) / heads * heads, settings.count("layers"), heads, context);
        var optimiser = GptOptimiser.Config.adamW(
                LearningRate.constant(learningRate.value()),
                settings.number("weight-decay"),
                GptOptimiser.Decay.MATRICES,
                settings.number("clip"));
        var config = new TinyGptTraining.Config(model, settings.count("batch"), context, optimiser);
        backend = settings.compute().open();
        training = training(config, text, settings.random("transformer").bits(), backend);
        int[] asked = vocabulary.encode(environment.spec().prompt());
        prompt = Arrays.copyOfRange(asked, Math.max(0, asked.length - context), asked.length);
    }

    /// What of it had found room on a device that is too small for the rest is given back at once.
    private static TinyGptTraining training(
            TinyGptTraining.Config config, int[] text, long seed, ComputeBackend backend) {
        try {
            return new TinyGptTraining(config, text, seed, backend);
        } catch (ComputeFailure e) {
            backend.close();
            throw e;
        }
    }

    private static Optional<String> whyNot(Environment environment) {
        return environment instanceof Reading
                ? Optional.empty()
                : Optional.of("it learns from a text, and there is none here");
    }

    /// The record of one minibatch. All numbers are from before the update. The loss is what the backend trained on, in
    /// float32; the log-probabilities are worked out from the logits again, in float64.
    ///
    /// @param loss mean cross-entropy of the minibatch, in nats
    /// @param tokens N, places in the minibatch
    /// @param sumLogp Σ log p of the right next characters over all of them
    /// @param chosenLogp log p of the right next character at the end of the first window, chosenLogit − logSumExp
    /// @param chosenLogit its logit
    /// @param logSumExp the logarithm of the sum of e to the power of all logits there
    /// @param gradientNorm before clipping
    /// @param tokensSeen characters trained on since the beginning
    /// @param context the first window of the minibatch
    /// @param target the character that comes after it
    /// @param targetProbability what the model gave it
    public record Update(
            double loss,
            int tokens,
            double sumLogp,
            double chosenLogp,
            double chosenLogit,
            double logSumExp,
            double learningRate,
            double gradientNorm,
            boolean clipped,
            long tokensSeen,
            String context,
            String target,
            double targetProbability)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }
    }

    @Override
    public void advance() {
        looked = Optional.empty();
        step = training.step(learningRate.value());
    }

    @Override
    public Update event() {
        int T = training.config().time();
        int V = vocabulary.size();
        int[] inputs = training.minibatch(false);
        int[] targets = training.minibatch(true);
        float[] logits = training.graph().logits().values();
        double sumLogp = 0;
        for (int r = 0; r < targets.length; r++) {
            sumLogp += logits[r * V + targets[r]] - logSumExp(logits, r * V, V);
        }
        int last = T - 1;
        double chosenLogit = logits[last * V + targets[last]];
        double logSumExp = logSumExp(logits, last * V, V);
        return new Update(
                step.loss(),
                targets.length,
                sumLogp,
                chosenLogit - logSumExp,
                chosenLogit,
                logSumExp,
                step.learningRate(),
                step.gradientNorm(),
                step.clipped(),
                step.tokensSeen(),
                vocabulary.decode(Arrays.copyOf(inputs, T)),
                vocabulary.decode(targets[last]),
                Math.exp(chosenLogit - logSumExp));
    }

    /// log Σ e^z, shifted by the largest z so that nothing overflows.
    private static double logSumExp(float[] z, int from, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < count; v++) {
            most = Math.max(most, z[from + v]);
        }
        double sum = 0;
        for (int v = 0; v < count; v++) {
            sum += Math.exp(z[from + v] - most);
        }
        return most + Math.log(sum);
    }

    /// What it makes of the text now; worked out once an update, and only if somebody asks.
    public LanguageLook look() {
        if (looked.isEmpty()) {
            if (looking.isEmpty()) {
                looking = Optional.of(new Looking(training.gpt(), vocabulary, prompt));
            }
            looked = Optional.of(looking.get().look(training.steps(), tokensPerUpdate()));
        }
        return looked.get();
    }

    @Override
    public String backend() {
        return backend.name();
    }

    @Override
    public void close() {
        backend.close();
    }

    private int tokensPerUpdate() {
        return training.config().batch() * training.config().time();
    }

    @Override
    public int marks() {
        return Mark.UPDATE;
    }

    @Override
    public Reading environment() {
        return environment;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("loss", Mark.UPDATE, () -> step.loss()),
                new Series("gradient-norm", Mark.UPDATE, () -> step.gradientNorm()));
    }

    @Override
    public void exchange(StateExchange state) {
        looked = Optional.empty();
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
        state.part("training", training);
    }
}
