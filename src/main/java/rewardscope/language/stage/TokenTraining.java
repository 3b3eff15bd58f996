package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Equation;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.world.Prompt;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Learning to say the next token: of every document of the corpus (pre-training), or of the answers alone in
/// demonstrations (supervised fine-tuning, step 1 of Ouyang et al. 2022).
///
/// L(θ) = −1/N Σ log π_θ(y_t | y_<t), θ ← θ − α AdamW(∇L). One act is one minibatch.
final class TokenTraining extends Stage {
    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = -#{meanLogp|\\frac{1}{N} \\sum_t \\log \\pi_\\theta(y_t \\mid y_{<t})} \\\\ \
            #{exampleLoss|L_1} = -\\frac{1}{#{exampleTokens|n}} #each{tokens|\\sum_t| + |#{logp|\\log \\pi_t}}""");

    private final boolean demonstrations;
    private final HyperParameter learningRate;
    private final int planned;
    private final int count;
    private final RandomStream random;
    private long writers;
    private long written;
    private List<int[]> documents = List.of();
    private List<Network.Said> shown = List.of();
    private final Rows batch;
    private double[] logp = {};

    private int updates;
    private double alpha;
    private double loss;
    private double gradientNorm;
    private long tokensSeen;

    /// @param demonstrations whether only answers are learned from
    TokenTraining(Lab lab, int number, boolean demonstrations) {
        super(lab, number);
        AgentSettings settings = lab.settings;
        this.demonstrations = demonstrations;
        learningRate = settings.hyper(demonstrations ? Keys.FINE_TUNE_RATE : Keys.PRE_TRAIN_RATE);
        planned = settings.count((demonstrations ? Keys.FINE_TUNE_UPDATES : Keys.PRE_TRAIN_UPDATES).name());
        count = demonstrations ? settings.count(Keys.DEMONSTRATIONS.name()) : 0;
        random = settings.random(name() + " minibatches");
        writers = settings.random(name() + " writers").bits();
        written = ~writers;
        batch = new Rows(settings.count(Keys.BATCH.name()), lab.time);
    }

    @Override
    String name() {
        return demonstrations ? "fine-tune" : "pre-train";
    }

    @Override
    void start() {
        if (!demonstrations) {
            lab.create("policy").gpt().initialise(lab.settings.random("initialisation"));
        }
        lab.network("policy").train();
    }

    @Override
    void end() {
        lab.copy("policy", demonstrations ? "sft" : "base");
    }

    @Override
    void leave() {
        if (demonstrations) {
            lab.drop("policy");
        } else {
            lab.network("policy").freeze();
        }
    }

    @Override
    void advance() {
        write();
        alpha = learningRate.value();
        batch.clear();
        if (demonstrations) {
            for (int b = 0; b < batch.B; b++) {
                var example = shown.get(random.below(shown.size()));
                batch.answer(b, example.prompt(), example.answer());
            }
        } else {
            for (int b = 0; b < batch.B; b++) {
                batch.document(b, window());
            }
        }
        Network network = lab.network("policy");
        logp = network.logp(batch);
        int tokens = batch.counted();
        loss = -Arrays.stream(logp).sum() / tokens;
        gradientNorm = network.stepDownMeanLoss(alpha);
        tokensSeen += tokens;
        updates++;
        marks = Mark.UPDATE | mark;
    }

    /// Documents one after the other, as many as fit.
    private int[] window() {
        var window = new int[batch.T];
        int filled = 0;
        while (filled < window.length) {
            int[] document = documents.get(random.below(documents.size()));
            int n = Math.min(document.length, window.length - filled);
            System.arraycopy(document, 0, window, filled, n);
            filled += n;
        }
        return window;
    }

    /// What the writers wrote, made once; corrections by people are demonstrations too.
    private void write() {
        if (written != writers) {
            var writing = RandomStream.named(writers, "writers");
            if (demonstrations) {
                var prompts = lab.world.prompts(false);
                var examples = new ArrayList<Network.Said>();
                for (int i = 0; i < count; i++) {
                    Prompt prompt = prompts.get(writing.below(prompts.size()));
                    examples.add(new Network.Said(prompt, lab.world.demonstration(prompt, writing)));
                }
                shown = List.copyOf(examples);
            } else {
                documents = lab.world.corpus(writing);
            }
            written = writers;
        }
        if (demonstrations && lab.labels.stream().anyMatch(label -> label instanceof Feedback.Correction)) {
            shown = withCorrections();
        }
    }

    private List<Network.Said> withCorrections() {
        var all = new ArrayList<>(shown.subList(0, count));
        for (Feedback label : lab.labels) {
            if (label instanceof Feedback.Correction correction) {
                lab.prompt(correction.prompt()).ifPresent(prompt -> lab.tokens(correction.corrected())
                        .ifPresent(answer -> all.add(new Network.Said(prompt, answer))));
            }
        }
        return all;
    }

    @Override
    StepEvent event() {
        var tokens = new ArrayList<LabEvents.TokenLogp>();
        int from = batch.first[0];
        int length = demonstrations ? batch.length[0] : batch.T;
        for (int i = from; i < from + length; i++) {
            tokens.add(new LabEvents.TokenLogp(lab.world.vocabulary().word(batch.targets[i]), logp[i], Math.exp(logp[i])));
        }
        int[] seen = Arrays.copyOfRange(batch.inputs, 0, demonstrations ? from + 1 : 1);
        return new LabEvents.TokenUpdate(
                EQUATION,
                name(),
                updates,
                planned,
                loss,
                -loss,
                alpha,
                gradientNorm,
                tokensSeen,
                lab.world.vocabulary().decode(seen),
                tokens.size(),
                -tokens.stream().mapToDouble(LabEvents.TokenLogp::logp).sum() / tokens.size(),
                List.copyOf(tokens));
    }

    @Override
    boolean finished() {
        return updates >= planned;
    }

    @Override
    double progress() {
        return Math.min(1, updates / (double) planned);
    }

    @Override
    List<Series> series() {
        return List.of(new Series(name() + "-loss", mark, () -> loss));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        writers = state.longInteger("writers", writers);
        updates = state.integer("updates", updates);
        tokensSeen = state.longInteger("tokensSeen", tokensSeen);
    }
}
