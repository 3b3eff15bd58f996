package rewardscope.language.stage;

import java.util.Arrays;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.WordVocabulary;
import rewardscope.math.RandomStream;
import rewardscope.nn.GptSampler;
import rewardscope.nn.Sampling;

/// Lets a network speak, token by token.
final class Speaker {
    private final GptSampler sampler;
    private final int vocabulary;
    private final int longest;
    private float[] logits = {};

    /// @param longest tokens of the longest answer
    Speaker(Network network, int longest) {
        sampler = new GptSampler(network.gpt(), 1);
        vocabulary = network.gpt().config().vocabulary();
        this.longest = longest;
    }

    /// Takes the network's weights as they are now.
    void refresh() {
        sampler.refresh();
    }

    /// Hears a prompt, and the answer as far as it has come.
    void hear(Prompt prompt, int[] begun) {
        sampler.reset();
        logits = sampler.next(new int[] {WordVocabulary.END});
        for (int token : prompt.tokens()) {
            logits = sampler.next(new int[] {token});
        }
        for (int token : begun) {
            logits = sampler.next(new int[] {token});
        }
    }

    /// Logits of the next token, by token; owned by this speaker.
    float[] logits() {
        return logits;
    }

    int draw(double temperature, RandomStream random) {
        return Sampling.temperature(temperature).draw(logits, 0, vocabulary, random);
    }

    /// Takes note of the token that was drawn.
    void said(int token) {
        logits = sampler.next(new int[] {token});
    }

    /// A whole answer, the end mark included unless it became too long.
    int[] answer(Prompt prompt, double temperature, RandomStream random) {
        hear(prompt, new int[0]);
        var answer = new int[longest];
        for (int n = 0; n < longest; n++) {
            answer[n] = draw(temperature, random);
            if (answer[n] == WordVocabulary.END) {
                return Arrays.copyOf(answer, n + 1);
            }
            if (n + 1 < longest) {
                said(answer[n]);
            }
        }
        return answer;
    }
}
