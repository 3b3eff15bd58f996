package rewardscope.sim;

import java.util.EnumSet;
import java.util.Set;
import rewardscope.agent.Agent;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.Replays;
import rewardscope.agent.TargetNetwork;
import rewardscope.agent.gradient.BatchAgent;
import rewardscope.agent.gradient.Ppo;
import rewardscope.env.VectorEnvironment;
import rewardscope.language.stage.LanguageLab;

/// What panes may ask for besides what every frame holds. It costs time, and is worked out only while somebody looks.
public enum Look {
    /// The way of the running episode over the world's plane.
    PATH,
    /// V over the world's plane.
    VALUES,
    /// The policy over the world's plane.
    POLICY,
    /// The policy before and after the last update.
    POLICY_SHIFT,
    /// The ratios of the last minibatch (proximal policy optimisation).
    RATIOS,
    /// The advantages of the last batch.
    ADVANTAGES,
    /// The replay buffer.
    REPLAY,
    /// The network beside its slower copy.
    TARGET_NETWORK,
    /// How well a reward model judges.
    REWARD_MODEL,
    /// The tokens of one answer with everything that reinforcement learning knows about them.
    ANSWER_TOKENS,
    /// Score, divergence, entropy, length and true quality over training from feedback.
    FEEDBACK_CURVES,
    /// Implicit rewards of chosen and rejected answers.
    PREFERENCES,
    /// Reward against divergence from the reference.
    FRONTIER,
    /// The policy beside the optimum, where it can be worked out.
    OPTIMUM;

    /// Looks for which the records of updates are kept.
    static final Set<Look> OF_UPDATES = EnumSet.of(RATIOS, ADVANTAGES, REPLAY, REWARD_MODEL, ANSWER_TOKENS, PREFERENCES);

    /// What there is to see of an agent in its world.
    static Set<Look> offeredBy(Agent agent) {
        var offered = EnumSet.noneOf(Look.class);
        if (agent.environment() instanceof VectorEnvironment world) {
            if (world.plane().isPresent()) {
                offered.add(PATH);
                if (agent instanceof ObservationValues) {
                    offered.add(VALUES);
                }
                if (agent instanceof ObservationPolicy) {
                    offered.add(POLICY);
                }
            }
            if (agent instanceof ObservationPolicy) {
                offered.add(POLICY_SHIFT);
            }
            if (agent instanceof TargetNetwork) {
                offered.add(TARGET_NETWORK);
            }
        }
        if (agent instanceof Ppo) {
            offered.add(RATIOS);
        }
        if (agent instanceof BatchAgent) {
            offered.add(ADVANTAGES);
        }
        if (agent instanceof Replays) {
            offered.add(REPLAY);
        }
        if (agent instanceof LanguageLab lab) {
            offered.addAll(offeredBy(lab));
        }
        return offered;
    }

    private static Set<Look> offeredBy(LanguageLab lab) {
        var offered = EnumSet.noneOf(Look.class);
        for (LanguageLab.StageState stage : lab.stages()) {
            switch (stage.name()) {
                case "reward-model" -> offered.add(REWARD_MODEL);
                case "rlhf-ppo" -> offered.addAll(EnumSet.of(ANSWER_TOKENS, FEEDBACK_CURVES, FRONTIER));
                case "rlhf-reinforce" -> offered.addAll(EnumSet.of(FEEDBACK_CURVES, FRONTIER));
                case "dpo" -> offered.addAll(EnumSet.of(PREFERENCES, FRONTIER, FEEDBACK_CURVES));
                default -> {}
            }
        }
        if (offered.contains(FRONTIER) && lab.hasClosedForms()) {
            offered.add(OPTIMUM);
        }
        return offered;
    }
}
