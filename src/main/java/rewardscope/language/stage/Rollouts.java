package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.agent.Equation;
import rewardscope.agent.Mark;
import rewardscope.language.world.Conversation;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// A batch of answers of one policy, said token by token.
final class Rollouts implements Stateful {
    private static final Equation EQUATION =
            Equation.of("#{logp|\\log \\pi(y_t)} = #{logit|z} - #{logSumExp|\\log \\sum_k e^{z_k}}");
    private static final int CANDIDATES = 8;

    final int size;
    final int longest;
    final int[] prompt;
    final int[][] tokens;
    final int[] length;

    private final Lab lab;
    private final RandomStream random;
    private final List<Prompt> prompts;
    private final double[] entropies;
    private Optional<Speaker> speaker = Optional.empty();
    private boolean heard;
    private double lastEntropy;

    /// Answers that are complete.
    int full;

    private float[] logits = {};
    private int token;

    Rollouts(Lab lab, int size, RandomStream random) {
        this.lab = lab;
        this.size = size;
        this.random = random;
        longest = lab.world.grammar().answerTokens();
        prompts = lab.world.prompts(false);
        prompt = new int[size];
        tokens = new int[size][longest];
        length = new int[size];
        entropies = new double[size];
    }

    void restart() {
        lastEntropy = meanEntropy();
        full = 0;
        speaker.ifPresent(Speaker::refresh);
    }

    /// Says one more token; returns the marks of it.
    int say(Network policy) {
        Conversation talk = lab.conversation;
        if (speaker.isEmpty()) {
            speaker = Optional.of(lab.speaker(policy));
        }
        Speaker speaks = speaker.get();
        if (talk.needsReset()) {
            lab.settings.hyperparameters().startEpisode();
            prompt[full] = talk.ask(prompts).number();
            length[full] = 0;
            entropies[full] = 0;
            heard = false;
        }
        if (!heard) {
            speaks.hear(talk.prompt(), talk.answer());
            heard = true;
        }
        logits = speaks.logits().clone();
        token = speaks.draw(1, random);
        entropies[full] += entropy();
        tokens[full][length[full]++] = token;
        boolean goesOn = talk.say(token);
        if (goesOn) {
            speaks.said(token);
            return Mark.STEP;
        }
        full++;
        return Mark.STEP | Mark.EPISODE;
    }

    private double most() {
        double most = Double.NEGATIVE_INFINITY;
        for (float z : logits) {
            most = Math.max(most, z);
        }
        return most;
    }

    private double logSumExp() {
        double most = most();
        double total = 0;
        for (float z : logits) {
            total += Math.exp(z - most);
        }
        return most + Math.log(total);
    }

    private double entropy() {
        double logZ = logSumExp();
        double entropy = 0;
        for (float z : logits) {
            entropy -= Math.exp(z - logZ) * (z - logZ);
        }
        return entropy;
    }

    /// The mean entropy of the distributions that tokens were drawn from.
    double meanEntropy() {
        return Arrays.stream(entropies).sum() / Math.max(1, Arrays.stream(length).sum());
    }

    /// The same of the last batch that was complete.
    double lastEntropy() {
        return lastEntropy;
    }

    Network.Said said(int i) {
        return new Network.Said(lab.world.prompts().get(prompt[i]), Arrays.copyOf(tokens[i], length[i]));
    }

    List<Network.Said> said() {
        return IntStream.range(0, size).mapToObj(this::said).toList();
    }

    Quality quality(int i) {
        return lab.world.judge(said(i).prompt(), said(i).answer());
    }

    /// The record of the last token.
    LabEvents.Said event(int iteration, int iterations) {
        double logZ = logSumExp();
        var words = lab.world.vocabulary();
        var candidates = new ArrayList<LabEvents.Candidate>();
        IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -logits[t]))
                .limit(CANDIDATES)
                .forEach(t -> candidates.add(
                        new LabEvents.Candidate(words.word(t), logits[t], Math.exp(logits[t] - logZ))));
        var episode = lab.conversation.episode();
        int[] answer = lab.conversation.answer();
        double logp = logits[token] - logZ;
        return new LabEvents.Said(EQUATION, iteration, iterations, full + (episode.ended() ? 0 : 1), size,
                lab.conversation.prompt().text(), answer.length - 1, words.word(token), logp, logits[token], logZ,
                Math.exp(logp), entropy(), List.copyOf(candidates), lab.words(answer), episode.terminated(),
                episode.truncated());
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        state.integers("prompt", prompt);
        for (int[] answer : tokens) {
            state.integers("tokens", answer);
        }
        state.integers("length", length);
        state.numbers("entropies", entropies);
        lastEntropy = state.number("lastEntropy", lastEntropy);
        full = state.integer("full", full);
        if (Lab.restoring(state)) {
            heard = false; // what was heard is heard again
            speaker = Optional.empty();
        }
    }
}
