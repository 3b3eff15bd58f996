package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rewardscope.language.feedback.Annotator;
import rewardscope.language.world.AnswerSpace;
import rewardscope.language.world.Prompt;

/// The policy that RLHF and DPO look for, worked out exactly where every answer can be listed:
/// π*(y|x) = π_ref(y|x) exp( r(x, y) / β ) / Z(x).
///
/// @param model the network that is compared with it
/// @param beta β
/// @param bars every answer, the likeliest under π* first
/// @param totalVariation ½ Σ |π − π*|, how far the model is from it
/// @param referenceVariation the same for the reference
public record ClosedForm(
        String model, Prompt prompt, double beta, List<Bar> bars, double totalVariation, double referenceVariation) {
    /// One answer with its reward and its probabilities.
    public record Bar(String answer, double reward, double reference, double optimum, double policy) {}

    /// Whether the answers of a world can be listed.
    static boolean possible(Lab lab) {
        return AnswerSpace.size(lab.world.vocabulary().size(), lab.world.grammar().answerTokens()) <= AnswerSpace.MOST;
    }

    /// For `ppo` and `reinforce` the reward is the score that they are given and β the coefficient of the KL; for `dpo` it
    /// is what the annotators' choices say, u / noise, and β its own. Empty without the networks, or for other models.
    static Optional<ClosedForm> of(Lab lab, String model, Prompt prompt) {
        if (!possible(lab) || !lab.has(model) || !lab.has("sft")) {
            return Optional.empty();
        }
        var said = AnswerSpace.all(lab.world.vocabulary().size(), lab.world.grammar().answerTokens()).stream()
                .map(answer -> new Network.Said(prompt, answer))
                .toList();
        return switch (model) {
            case "ppo", "reinforce" -> Optional.of(of(lab, model, prompt, said, scores(lab, said),
                    value(lab, Keys.KL_COEFFICIENT.name())));
            case "dpo" -> Optional.of(of(lab, model, prompt, said, utilities(lab, said), value(lab, Keys.BETA.name())));
            default -> Optional.empty();
        };
    }

    private static double value(Lab lab, String hyper) {
        return lab.settings.hyperparameters().named(hyper).orElseThrow().value();
    }

    private static double[] scores(Lab lab, List<Network.Said> said) {
        return Scores.of(lab, said);
    }

    private static double[] utilities(Lab lab, List<Network.Said> said) {
        double perWord = lab.settings.number(Keys.LENGTH_BIAS.name());
        double noise = Math.max(1e-9, lab.settings.number(Keys.NOISE.name()));
        var annotator = new Annotator("all", Annotator.Taste.FAIR.withPerWord(perWord), noise, false);
        return said.stream()
                .mapToDouble(s -> annotator.utility(lab.world.judge(s.prompt(), s.answer())) / noise)
                .toArray();
    }

    private static ClosedForm of(
            Lab lab, String model, Prompt prompt, List<Network.Said> said, double[] reward, double beta) {
        double[] reference = sums(lab.network("sft").logps(said));
        double[] optimum = AnswerSpace.optimum(reference, reward, beta);
        double[] policy = Arrays.stream(sums(lab.network(model).logps(said))).map(Math::exp).toArray();
        double[] ref = Arrays.stream(reference).map(Math::exp).toArray();
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < reward.length; i++) {
            bars.add(new Bar(lab.words(said.get(i).answer()), reward[i], ref[i], optimum[i], policy[i]));
        }
        bars.sort(Comparator.comparingDouble(bar -> -bar.optimum()));
        return new ClosedForm(model, prompt, beta, List.copyOf(bars), AnswerSpace.totalVariation(policy, optimum),
                AnswerSpace.totalVariation(ref, optimum));
    }

    private static double[] sums(double[][] logps) {
        return Arrays.stream(logps).mapToDouble(logp -> Arrays.stream(logp).sum()).toArray();
    }
}
