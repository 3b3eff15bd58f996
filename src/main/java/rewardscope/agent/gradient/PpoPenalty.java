package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;
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

/// Proximal policy optimisation with a penalty: instead of clipping, every update is held back by how far the policy has
/// moved, and the weight of that adapts from batch to batch.
///
/// L = −mean_i [ ρ_i Â_i − β KL(π_old ‖ π)_i ] + c_v ½ mean_i (V_i − V̂_i)² − c_H mean_i H_i
///
/// β ← β/2 if the policy moved by less than d/1.5, 2β if by more than 1.5 d. Schulman et al. (2017), section 4. One act
/// is one step collected, the estimation of a batch's advantages, one minibatch, or the adaptation of β.
public final class PpoPenalty extends EpochAgent {
    static final ParameterSpec.Number INITIAL_BETA = new ParameterSpec.Number(
            "initial-beta", 1, 1e-6, 1e6, "Weight of the penalty in the first batch; later it adapts");

    /// Half of what TRPO allows. A penalty does not stop a policy, it only pulls it back, and it is adapted once a batch:
    /// some batches move twice as far as they should. With 0.01, one run in ten lost its balance on CartPole for good.
    static final ParameterSpec.Hyper TARGET_KL = new ParameterSpec.Hyper(
            "target-kl", "d", 0.005, 1e-6, 1, "How far the policy should move in one batch, as KL divergence");

    public static final AgentType TYPE = new AgentType(
            "ppo-penalty",
            "Proximal policy optimisation (KL penalty)",
            Family.POLICY_GRADIENT,
            List.of(
                    ALPHA,
                    GAMMA,
                    LAMBDA,
                    TARGET_KL,
                    INITIAL_BETA,
                    ENTROPY,
                    VALUE,
                    HORIZON,
                    EPOCHS,
                    MINIBATCHES,
                    MAX_GRADIENT_NORM,
                    NORMALISE,
                    HIDDEN,
                    SCALE,
                    INITIAL_STD),
            Sight::needsAnyActions,
            PpoPenalty::new)
            .onAnyDevice();

    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = -\\left( #{objective|\\overline{\\rho \\hat A}} - #{beta|\\beta} #{kl|\\overline{KL}} \\right) \
            + #{valueCoefficient|c_v} #{valueLoss|L^{V}} - #{entropyCoefficient|c_H} #{entropy|H} \\\\ \
            #{sampleObjective|L_1} = #{ratio|\\rho_1} #{advantage|\\hat A_1} - #{beta|\\beta} #{sampleKl|KL_1}""");

    private static final Equation ADAPTATION =
            Equation.of("#{betaNew|\\beta} \\leftarrow #{factor|f} \\cdot #{betaOld|\\beta}");

    private enum Phase {
        COLLECT,
        ESTIMATE_ADVANTAGES,
        OPTIMISE,
        ADAPT
    }

    private final HyperParameter targetKl;
    private final double[] divergences;

    private Phase phase = Phase.COLLECT;
    private Phase done = Phase.COLLECT;
    private double targetUsed;
    private double beta;
    private double betaUsed;
    private double factor = 1;
    private double batchKl;

    public PpoPenalty(AgentSettings settings) {
        super(settings);
        targetKl = settings.hyper(TARGET_KL);
        beta = settings.number(INITIAL_BETA.name());
        divergences = new double[batch.index.length];
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
                marks = 0;
                phase = batch.last() ? Phase.ADAPT : Phase.OPTIMISE;
            }
            case ADAPT -> {
                adapt();
                marks = Mark.UPDATE;
                rollout.clear();
                phase = Phase.COLLECT;
            }
        }
    }

    /// θ ← θ − α ∇L over the next minibatch.
    private void optimise() {
        beginUpdate();
        betaUsed = beta;
        int n = batch.size;
        double[] h = actor.forward(batch.observations, n);
        for (int i = 0; i < n; i++) {
            int t = batch.index[i];
            double advantage = batch.advantage[i];
            policy.look(h, i);
            double ratio = ratio(i, t);
            divergences[i] = policy.kl(rollout.memory, t);
            objective += ratio * advantage / n;
            entropy += policy.entropy() / n;
            kl += divergences[i] / n;

            policy.addScore(-ratio * advantage / n, batch.actions, i, actor.dOutputs, i, actor.dFurther);
            policy.addKlGradient(betaUsed / n, rollout.memory, t, actor.dOutputs, i, actor.dFurther);
            if (cH != 0) {
                policy.addEntropyGradient(-cH / n, actor.dOutputs, i, actor.dFurther);
            }
        }
        actor.backward();
        double[] v = critic.forward(batch.observations, n);
        for (int i = 0; i < n; i++) {
            double target = rollout.target[batch.index[i]];
            valueLoss += ValueLoss.value(v[i], target) / n;
            critic.dOutputs[i] = cV * ValueLoss.slope(v[i], target) / n;
        }
        critic.backward();
        loss = -(objective - betaUsed * kl) + cV * valueLoss - cH * entropy;
        shortenGradient();
        descend();
    }

    /// β ← β/2, β or 2β, by how far the policy has moved over the whole batch.
    private void adapt() {
        targetUsed = targetKl.value();
        int n = rollout.size;
        double[] h = actor.forward(rollout.observations, n);
        batchKl = 0;
        for (int t = 0; t < n; t++) {
            policy.look(h, t);
            batchKl += policy.kl(rollout.memory, t) / n;
        }
        betaUsed = beta;
        factor = batchKl < targetUsed / 1.5 ? 0.5 : batchKl > targetUsed * 1.5 ? 2 : 1;
        beta = factor * betaUsed;
    }

    /// One sample of a minibatch.
    ///
    /// @param t its step in the batch
    /// @param kl KL(π_old ‖ π) at its state
    /// @param objective ρ Â − β KL
    public record Sample(int t, double advantage, double ratio, double kl, double objective) {}

    /// The record of one minibatch. The equation's second line is its first sample.
    ///
    /// @param epoch counted from 0
    /// @param minibatch its number in the epoch, counted from 0
    /// @param beta β, the weight of the penalty
    /// @param kl mean KL(π_old ‖ π) over the minibatch, before this update
    /// @param gradientNorm before it was shortened
    public record Optimisation(
            int epoch,
            int epochs,
            int minibatch,
            int minibatches,
            double alpha,
            double beta,
            double loss,
            double objective,
            double valueCoefficient,
            double valueLoss,
            double entropyCoefficient,
            double entropy,
            double sampleObjective,
            double ratio,
            double advantage,
            double sampleKl,
            double kl,
            double gradientNorm,
            List<Sample> samples)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }
    }

    /// The record of adapting the penalty.
    ///
    /// @param kl mean KL(π_old ‖ π) over the whole batch, after all updates
    /// @param targetKl d
    /// @param factor ½, 1 or 2
    public record Adaptation(double kl, double targetKl, double factor, double betaOld, double betaNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return ADAPTATION;
        }
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case COLLECT -> stepEvent();
            case ESTIMATE_ADVANTAGES -> advantageEvent();
            case OPTIMISE -> optimisationEvent();
            case ADAPT -> new Adaptation(batchKl, targetUsed, factor, betaUsed, factor * betaUsed);
        };
    }

    private Optimisation optimisationEvent() {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < batch.size; i++) {
            double advantage = batch.advantage[i];
            samples.add(new Sample(
                    batch.index[i],
                    advantage,
                    ratios[i],
                    divergences[i],
                    ratios[i] * advantage - betaUsed * divergences[i]));
        }
        Sample first = samples.getFirst();
        return new Optimisation(
                batch.epoch,
                batch.epochs(),
                batch.number,
                batch.minibatches(),
                alphaUsed,
                betaUsed,
                loss,
                objective,
                cV,
                valueLoss,
                cH,
                entropy,
                first.objective(),
                first.ratio(),
                first.advantage(),
                first.kl(),
                kl,
                gradientNorm,
                List.copyOf(samples));
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("loss", Mark.UPDATE, () -> loss),
                new Series("value-loss", Mark.UPDATE, () -> valueLoss),
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("kl", Mark.UPDATE, () -> batchKl),
                new Series("beta", Mark.UPDATE, () -> beta),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        beta = state.number("beta", beta);
        // read by the curves at the end of the batch
        loss = state.number("loss", loss);
        valueLoss = state.number("valueLoss", valueLoss);
        entropy = state.number("entropy", entropy);
        gradientNorm = state.number("gradientNorm", gradientNorm);
    }
}
