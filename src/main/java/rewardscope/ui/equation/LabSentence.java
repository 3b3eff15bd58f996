package rewardscope.ui.equation;

import java.util.Optional;
import rewardscope.agent.StepEvent;
import rewardscope.language.stage.LabEvents;
import rewardscope.language.world.WordVocabulary;

/// What an act of the language lab did, in words: "Minibatch 40 of 120 of pre-training: loss 0.618."
final class LabSentence {
    private LabSentence() {}

    /// @return empty for an event that is not the lab's
    static Optional<String> of(StepEvent event) {
        return Optional.ofNullable(switch (event) {
            case LabEvents.TokenUpdate e -> "Minibatch " + count(e.update(), e.updates()) + " of "
                    + (e.stage().equals("pre-train") ? "pre-training" : "fine-tuning")
                    + ": loss " + Figures.brief(e.loss()) + ".";
            case LabEvents.Answered e -> "Answer " + count(e.number(), e.answers()) + " of " + model(e.model())
                    + " was judged by the world's rules: quality " + Figures.brief(e.quality()) + ".";
            case LabEvents.Labelled e -> labelled(e);
            case LabEvents.RewardUpdate e -> "Minibatch " + count(e.update(), e.updates())
                    + " of the reward model: " + pairs(e.pairs().size(), e.loss(), e.accuracy());
            case LabEvents.Said e -> said(e);
            case LabEvents.Scored e -> e.answers().size() + " answers were scored: mean score "
                    + Figures.brief(e.meanScore()) + ", mean KL from the reference " + Figures.brief(e.meanKl()) + ".";
            case LabEvents.PpoUpdate e -> "Minibatch " + count(e.minibatch() + 1, e.minibatches()) + " of PPO, epoch "
                    + count(e.epoch() + 1, e.epochs()) + ": loss " + Figures.brief(e.loss()) + ", "
                    + Figures.brief(100 * e.clipFraction()) + " % of the tokens clipped.";
            case LabEvents.ReinforceUpdate e -> "Minibatch " + count(e.minibatch() + 1, e.minibatches())
                    + " of REINFORCE: loss " + Figures.brief(e.loss()) + ".";
            case LabEvents.DpoUpdate e -> "Minibatch " + count(e.update(), e.updates()) + " of DPO: "
                    + pairs(e.pairs().size(), e.loss(), e.accuracy());
            default -> null;
        });
    }

    private static String labelled(LabEvents.Labelled e) {
        String what = (e.test() ? "Test comparison " : "Comparison ") + count(e.label(), e.labels()) + ": ";
        if (e.answers().size() != 2) {
            return what + e.annotator() + " ranked " + e.answers().size() + " answers.";
        }
        return what + e.annotator() + " preferred the " + (e.chosen() ? "first" : "second")
                + " of two answers, which had a probability of "
                + Figures.brief(e.chosen() ? e.probability() : 1 - e.probability()) + ".";
    }

    private static String said(LabEvents.Said e) {
        String end = e.terminated()
                ? ", and the answer ended."
                : e.truncated() ? ", and the answer was cut off: it is as long as an answer may be." : ".";
        return "Answer " + count(e.answer(), e.answers()) + ": the policy said “"
                + WordVocabulary.visible(e.token()) + "”, which had a probability of " + Figures.brief(e.probability()) + end;
    }

    private static String pairs(int pairs, double loss, double accuracy) {
        return pairs == 0
                ? "nobody has compared answers yet, so nothing was learned."
                : "loss " + Figures.brief(loss) + ", " + Figures.brief(100 * accuracy) + " % of its " + pairs
                        + (pairs == 1 ? " pair" : " pairs") + " in the right order.";
    }

    private static String model(String name) {
        return switch (name) {
            case "base" -> "the pre-trained model";
            case "sft" -> "the fine-tuned model";
            default -> "the model `" + name + "`";
        };
    }

    private static String count(int number, int of) {
        return number <= of ? number + " of " + of : String.valueOf(number);
    }
}
