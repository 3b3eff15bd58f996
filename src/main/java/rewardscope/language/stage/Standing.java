package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.math.RandomStream;

/// Where a policy stands between the reference and the highest reward, by a few answers that it writes for this alone.
///
/// @param reward mean score: the reward model's, or the true quality where there is no such model
/// @param kl mean Σ log π/π_ref over its own answers, in nats
/// @param quality mean true quality
/// @param words mean length
record Standing(double reward, double kl, double quality, double words) {
    static final Standing NOWHERE = new Standing(0, 0, 0, 0);

    private static final int ANSWERS = 64;

    static Standing of(Lab lab, String model, RandomStream random) {
        var prompts = lab.world.prompts(false);
        Speaker speaker = lab.speaker(lab.network(model));
        var said = new ArrayList<Network.Said>();
        double quality = 0;
        double words = 0;
        for (int i = 0; i < ANSWERS; i++) {
            Prompt prompt = prompts.get(random.below(prompts.size()));
            int[] answer = speaker.answer(prompt, 1, random);
            said.add(new Network.Said(prompt, answer));
            Quality judged = lab.world.judge(prompt, answer);
            quality += judged.total() / ANSWERS;
            words += judged.words() / (double) ANSWERS;
        }
        double kl = sum(lab.network(model).logps(said)) - sum(lab.network("sft").logps(said));
        double reward = lab.has("reward") ? mean(lab, said) : quality;
        return new Standing(reward, kl / ANSWERS, quality, words);
    }

    private static double mean(Lab lab, List<Network.Said> said) {
        double sum = 0;
        for (double[] reward : lab.network("reward").scalars(said)) {
            sum += (reward[reward.length - 1] - lab.rewardMean) / lab.rewardDeviation / ANSWERS;
        }
        return sum;
    }

    private static double sum(double[][] logps) {
        double sum = 0;
        for (double[] answer : logps) {
            for (double logp : answer) {
                sum += logp;
            }
        }
        return sum;
    }
}
