package rewardscope.language.world;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.Environment;
import rewardscope.env.Episode;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Prompt → tokens: an episode is one answer, an action is one token. It terminates with the end mark and is truncated
/// at the longest answer.
public final class Conversation implements Environment {
    private final World world;
    private final RandomStream random;
    private final List<Integer> answer = new ArrayList<>();
    private int prompt = -1;
    private Episode episode = Episode.NONE;

    Conversation(World world, RandomStream random) {
        this.world = world;
        this.random = random;
    }

    public World world() {
        return world;
    }

    /// Asks one of these prompts, drawn uniformly.
    public Prompt ask(List<Prompt> prompts) {
        return ask(prompts.get(random.below(prompts.size())));
    }

    public Prompt ask(Prompt asked) {
        prompt = asked.number();
        answer.clear();
        episode = new Episode(0, 0, false, false);
        return asked;
    }

    /// Says one more token; returns whether the answer goes on.
    public boolean say(int token) {
        answer.add(token);
        boolean terminated = token == WordVocabulary.END;
        boolean truncated = !terminated && answer.size() >= world.grammar().answerTokens();
        episode = new Episode(0, answer.size(), terminated, truncated);
        return !terminated && !truncated;
    }

    /// Rewards what was said, once it has ended.
    public void reward(double reward) {
        episode = new Episode(reward, episode.length(), episode.terminated(), episode.truncated());
    }

    /// What was asked last.
    public Prompt prompt() {
        return world.prompts().get(prompt);
    }

    /// What was said so far, the end mark included once it is there.
    public int[] answer() {
        return answer.stream().mapToInt(token -> token).toArray();
    }

    @Override
    public Episode episode() {
        return episode;
    }

    @Override
    public boolean needsReset() {
        return prompt < 0 || episode.ended();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        prompt = state.integer("prompt", prompt);
        state.list("answer", answer, token -> new double[] {token}, numbers -> (int) numbers[0]);
        episode = new Episode(
                state.number("return", episode.undiscountedReturn()),
                state.integer("length", episode.length()),
                state.flag("terminated", episode.terminated()),
                state.flag("truncated", episode.truncated()));
    }
}
