package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.ParameterSpec;
import rewardscope.env.Environment;
import rewardscope.language.world.Conversation;

/// The agents of the language lab, in the order of a course. Each goes through every stage that its own one needs, so
/// that all of them start from nothing.
public final class LanguageAgents {
    private static final String START_AT = "start-at";
    private static final Set<Part> NEEDED_BY_THE_REWARD_MODEL = Set.of(Part.LABEL, Part.REWARD_MODEL);

    private static final List<AgentType> ALL = List.of(
            type("pre-train", "Pre-training on a corpus of words", Part.PRE_TRAIN, Part.EVALUATE_BASE),
            type("fine-tune", "Supervised fine-tuning on demonstrations",
                    Part.PRE_TRAIN, Part.EVALUATE_BASE, Part.FINE_TUNE, Part.EVALUATE_SFT),
            type("reward-model", "Reward model from comparisons",
                    Part.PRE_TRAIN, Part.FINE_TUNE, Part.LABEL, Part.REWARD_MODEL),
            type("rlhf-ppo", "RLHF with proximal policy optimisation",
                    Part.PRE_TRAIN, Part.FINE_TUNE, Part.EVALUATE_SFT, Part.LABEL, Part.REWARD_MODEL, Part.PPO,
                    Part.EVALUATE_PPO),
            type("rlhf-reinforce", "RLHF with REINFORCE",
                    Part.PRE_TRAIN, Part.FINE_TUNE, Part.EVALUATE_SFT, Part.LABEL, Part.REWARD_MODEL, Part.REINFORCE,
                    Part.EVALUATE_REINFORCE),
            type("dpo", "Direct preference optimisation",
                    Part.PRE_TRAIN, Part.FINE_TUNE, Part.EVALUATE_SFT, Part.LABEL, Part.DPO, Part.EVALUATE_DPO),
            type("pipeline", "From next-token prediction to RLHF and DPO",
                    Part.PRE_TRAIN, Part.EVALUATE_BASE, Part.FINE_TUNE, Part.EVALUATE_SFT, Part.LABEL,
                    Part.REWARD_MODEL, Part.PPO, Part.EVALUATE_PPO, Part.DPO, Part.EVALUATE_DPO));

    private LanguageAgents() {}

    public static List<AgentType> all() {
        return ALL;
    }

    private static AgentType type(String name, String title, Part... parts) {
        var keys = new LinkedHashSet<ParameterSpec>(
                List.of(startAt(List.of(parts)), Keys.LAYERS, Keys.HEADS, Keys.WIDTH, Keys.BATCH));
        for (Part part : parts) {
            keys.addAll(part.keys());
        }
        return new AgentType(name, title, Family.LANGUAGE, List.copyOf(keys), LanguageAgents::whyNot,
                settings -> new Pipeline(settings, planned(List.of(parts), settings)))
                .onAnyDevice();
    }

    private static ParameterSpec.Choice startAt(List<Part> parts) {
        return new ParameterSpec.Choice(
                START_AT,
                parts.stream().filter(part -> !part.evaluates()).map(Part::stageName).toList(),
                "The stage to begin with; what came before it has to be loaded");
    }

    /// From the stage on that was asked for. Without evaluation if no answers are to be judged; without a reward model if the true quality is rewarded and
    /// nothing else learns from labels.
    private static List<Part> planned(List<Part> parts, AgentSettings settings) {
        boolean evaluates = parts.stream().anyMatch(Part::evaluates)
                && settings.count(Keys.EVALUATION.name()) > 0;
        boolean rewardsTruth = (parts.contains(Part.PPO) || parts.contains(Part.REINFORCE))
                && !parts.contains(Part.DPO)
                && settings.choice(Keys.REWARD.name()).equals("true");
        String first = settings.choice(START_AT);
        boolean begun = false;
        var planned = new ArrayList<Part>();
        for (Part part : parts) {
            begun |= part.stageName().equals(first);
            boolean left = !begun || part.evaluates() && !evaluates
                    || rewardsTruth && NEEDED_BY_THE_REWARD_MODEL.contains(part);
            if (!left) {
                planned.add(part);
            }
        }
        return List.copyOf(planned);
    }

    private static Optional<String> whyNot(Environment environment) {
        return environment instanceof Conversation
                ? Optional.empty()
                : Optional.of("it speaks in a toy world, and there is none here "
                        + "(write `environment: {type: language, world: village}`)");
    }
}
