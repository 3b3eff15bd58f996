package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.Sight;
import rewardscope.math.StateExchange;

/// Proximal policy optimisation with a clipped objective: several epochs over one batch, as long as the policy stays
/// near the one that collected it.
///
/// L = −mean_i min( ρ_i Â_i, clip(ρ_i, 1 − ε, 1 + ε) Â_i ) + c_v ½ mean_i (V_i − V̂_i)² − c_H mean_i H_i
///
/// with ρ = π(a|s) / π_old(a|s). Schulman et al. (2017), algorithm 1. One act is one step collected, the estimation of
/// a batch's advantages, or one minibatch.
public final class Ppo extends EpochAgent {
    static final ParameterSpec.Hyper CLIP = new ParameterSpec.Hyper(
            "clip", "\\varepsilon", 0.2, 0, 1, "How far the ratio may leave 1 before a sample stops pulling");
    static final ParameterSpec.Number TARGET_KL = new ParameterSpec.Number(
            "target-kl", 0, 0, 100, "Stop the epochs once the policy has moved by 1.5 times this; 0: never");
    static final ParameterSpec.Flag CLIP_VALUE =
            new ParameterSpec.Flag("clip-value", false, "Let the value move from the old one by at most the clip range");

    public static final AgentType TYPE = new AgentType(
            "ppo",
            "Proximal policy optimisation (clipped)",
            Family.POLICY_GRADIENT,
            List.of(
                    ALPHA,
                    GAMMA,
                    LAMBDA,
                    CLIP,
                    ENTROPY,
                    VALUE,
                    HORIZON,
                    EPOCHS,
                    MINIBATCHES,
                    MAX_GRADIENT_NORM,
                    TARGET_KL,
                    CLIP_VALUE,
                    NORMALISE,
                    HIDDEN,
                    SCALE,
                    INITIAL_STD),
            Sight::needsAnyActions,
            Ppo::new)
            .onAnyDevice();

    private static final String LOSS =
            """
            #{loss|L} = -#{objective|L^{CLIP}} + #{valueCoefficient|c_v} #{valueLoss|L^{V}} \
            - #{entropyCoefficient|c_H} #{entropy|H} \\\\""";
    private static final String SMALLER_OF =
            """
            #{sampleObjective|L^{CLIP}_1} = \\min \\left( #{ratio|\\rho_1} #{advantage|\\hat A_1} %s, \
            #{clippedRatio|\\mathrm{clip}(\\rho_1)} #{advantage|\\hat A_1} %s \\right)""";

    /// The side that `min` chose is ticked.
    private static final String CHOSEN = "#sym{\\checkmark}";

    private static final Equation UNCLIPPED_CHOSEN = Equation.of(LOSS + String.format(Locale.ROOT, SMALLER_OF, CHOSEN, ""));
    private static final Equation CLIPPED_CHOSEN = Equation.of(LOSS + String.format(Locale.ROOT, SMALLER_OF, "", CHOSEN));

    private enum Phase {
        COLLECT,
        ESTIMATE_ADVANTAGES,
        OPTIMISE
    }

    private final HyperParameter clip;
    private final double targetKl;
    private final boolean clipValue;

    private Phase phase = Phase.COLLECT;
    private Phase done = Phase.COLLECT;
    private double clipUsed;
    private double clipFraction;
    private boolean stopped;

    public Ppo(AgentSettings settings) {
        super(settings);
        clip = settings.hyper(CLIP);
        targetKl = settings.number(TARGET_KL.name());
        clipValue = settings.flag(CLIP_VALUE.name());
    }

    @Override
    public void advance() {
        done = phase;
        switch (phase) {
            case COLLECT -> {
                collectStep();
                phase = rollout.full() ? Phase.ESTIMATE_ADVANTAGES : Phase.COLLECT;
            }
            case ESTIMATE_ADVANTAGES -> {
                estimateAdvantages();
                batch.restart();
                phase = Phase.OPTIMISE;
            }
            case OPTIMISE -> {
                optimise();
                boolean over = batch.last() || stopped;
                marks = over ? Mark.UPDATE : 0;
                if (over) {
                    rollout.clear();
                    phase = Phase.COLLECT;
                }
            }
        }
    }

    /// θ ← θ − α ∇L over the next minibatch.
    private void optimise() {
        beginUpdate();
        clipUsed = clip.value();
        int n = batch.size;
        double[] h = actor.forward(batch.observations, n);
        int clipped = 0;
        for (int i = 0; i < n; i++) {
            int t = batch.index[i];
            double advantage = batch.advantage[i];
            policy.look(h, i);
            double ratio = ratio(i, t);
            objective += ClippedObjective.value(ratio, advantage, clipUsed) / n;
            entropy += policy.entropy() / n;
            kl += policy.kl(rollout.memory, t) / n;
            clipped += Math.abs(ratio - 1) > clipUsed ? 1 : 0;

            double slope = ClippedObjective.slope(ratio, advantage, clipUsed);
            policy.addScore(-slope / n, batch.actions, i, actor.dOutputs, i, actor.dFurther);
            if (cH != 0) {
                policy.addEntropyGradient(-cH / n, actor.dOutputs, i, actor.dFurther);
            }
        }
        actor.backward();
        double[] v = critic.forward(batch.observations, n);
        for (int i = 0; i < n; i++) {
            int t = batch.index[i];
            double target = rollout.target[t];
            if (clipValue) {
                valueLoss += ValueLoss.clippedValue(v[i], rollout.v[t], target, clipUsed) / n;
                critic.dOutputs[i] = cV * ValueLoss.clippedSlope(v[i], rollout.v[t], target, clipUsed) / n;
            } else {
                valueLoss += ValueLoss.value(v[i], target) / n;
                critic.dOutputs[i] = cV * ValueLoss.slope(v[i], target) / n;
            }
        }
        critic.backward();
        loss = -objective + cV * valueLoss - cH * entropy;
        clipFraction = (double) clipped / n;
        shortenGradient();
        stopped = targetKl > 0 && kl > 1.5 * targetKl;
        if (!stopped) {
            descend();
        }
    }

    /// One sample of a minibatch.
    ///
    /// @param t its step in the batch
    /// @param unclipped ρ Â
    /// @param clipped clip(ρ, 1 − ε, 1 + ε) Â
    /// @param objective the smaller of the two
    /// @param active whether the unclipped side was chosen, so that the sample pulls at the policy
    public record Sample(
            int t,
            double advantage,
            double ratio,
            double clippedRatio,
            double unclipped,
            double clipped,
            double objective,
            boolean active) {}

    /// The record of one minibatch. The equation's second line is its first sample.
    ///
    /// @param epoch counted from 0
    /// @param minibatch its number in the epoch, counted from 0
    /// @param clip ε
    /// @param kl mean KL(π_old ‖ π) over the minibatch, before this update
    /// @param clipFraction share of samples whose ratio is outside 1 ± ε
    /// @param gradientNorm before it was shortened
    /// @param stopped whether the policy had moved too far, so that this update was left out and the epochs ended
    public record Optimisation(
            int epoch,
            int epochs,
            int minibatch,
            int minibatches,
            double alpha,
            double clip,
            double loss,
            double objective,
            double valueCoefficient,
            double valueLoss,
            double entropyCoefficient,
            double entropy,
            double sampleObjective,
            double ratio,
            double clippedRatio,
            double advantage,
            double kl,
            double clipFraction,
            double gradientNorm,
            boolean stopped,
            List<Sample> samples)
            implements StepEvent {
        @Override
        public Equation equation() {
            return samples.getFirst().active() ? UNCLIPPED_CHOSEN : CLIPPED_CHOSEN;
        }
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case COLLECT -> stepEvent();
            case ESTIMATE_ADVANTAGES -> advantageEvent();
            case OPTIMISE -> optimisationEvent();
        };
    }

    private Optimisation optimisationEvent() {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < batch.size; i++) {
            double advantage = batch.advantage[i];
            double clippedRatio = ClippedObjective.clip(ratios[i], clipUsed);
            samples.add(new Sample(
                    batch.index[i],
                    advantage,
                    ratios[i],
                    clippedRatio,
                    ratios[i] * advantage,
                    clippedRatio * advantage,
                    ClippedObjective.value(ratios[i], advantage, clipUsed),
                    ClippedObjective.active(ratios[i], advantage, clipUsed)));
        }
        Sample first = samples.getFirst();
        return new Optimisation(
                batch.epoch,
                batch.epochs(),
                batch.number,
                batch.minibatches(),
                alphaUsed,
                clipUsed,
                loss,
                objective,
                cV,
                valueLoss,
                cH,
                entropy,
                first.objective(),
                first.ratio(),
                first.clippedRatio(),
                first.advantage(),
                kl,
                clipFraction,
                gradientNorm,
                stopped,
                List.copyOf(samples));
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("loss", Mark.UPDATE, () -> loss),
                new Series("value-loss", Mark.UPDATE, () -> valueLoss),
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("kl", Mark.UPDATE, () -> kl),
                new Series("clip-fraction", Mark.UPDATE, () -> clipFraction),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
    }
}
