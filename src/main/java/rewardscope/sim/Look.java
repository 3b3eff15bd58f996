package rewardscope.sim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.Agent;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.Replays;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TargetNetwork;
import rewardscope.agent.approximation.DqnEvents;
import rewardscope.agent.gradient.ActorCritic;
import rewardscope.agent.gradient.BatchAgent;
import rewardscope.agent.gradient.LearnedStep;
import rewardscope.agent.gradient.Ppo;
import rewardscope.agent.gradient.PpoPenalty;
import rewardscope.agent.gradient.Reinforce;
import rewardscope.agent.gradient.ReinforceBaseline;
import rewardscope.agent.gradient.Trpo;
import rewardscope.agent.gradient.TrpoEvents;
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
    /// The tries of the last line search (trust region policy optimisation).
    LINE_SEARCH,
    /// The last minibatch and the adaptation of the penalty (proximal policy optimisation with a penalty).
    PENALTY,
    /// The advantages of the last batch.
    ADVANTAGES,
    /// What was learned from the steps of the episode, one by one.
    EPISODE,
    /// How far the gradients scatter, with the baseline and without.
    SCATTER,
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
    private static final Set<Look> OF_UPDATES = EnumSet.of(
            RATIOS, LINE_SEARCH, PENALTY, ADVANTAGES, EPISODE, REPLAY, REWARD_MODEL, ANSWER_TOKENS, PREFERENCES);

    /// The record without which there is nothing to see. For these the way to the present is looked through again after
    /// a jump; a language lab's acts take too long for that.
    private static final Map<Look, Class<? extends StepEvent>> RECORDS = Map.of(
            RATIOS, Ppo.Optimisation.class,
            LINE_SEARCH, TrpoEvents.LineSearch.class,
            PENALTY, PpoPenalty.Optimisation.class,
            ADVANTAGES, BatchAgent.AdvantageEstimation.class,
            EPISODE, LearnedStep.class,
            REPLAY, DqnEvents.Learning.class);

    /// As a lesson writes it: `line-search`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The look of a key.
    public static Optional<Look> named(String key) {
        return Arrays.stream(values()).filter(look -> look.key().equals(key)).findFirst();
    }

    boolean isOfUpdates() {
        return OF_UPDATES.contains(this);
    }

    /// The record that this look needs, if any.
    Optional<Class<? extends StepEvent>> record() {
        return Optional.ofNullable(RECORDS.get(this));
    }

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
        if (agent instanceof Trpo) {
            offered.add(LINE_SEARCH);
        }
        if (agent instanceof PpoPenalty) {
            offered.add(PENALTY);
        }
        if (agent instanceof Reinforce || agent instanceof ReinforceBaseline || agent instanceof ActorCritic) {
            offered.add(EPISODE);
        }
        if (agent instanceof ReinforceBaseline) {
            offered.add(SCATTER);
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
