package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.Equation;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.loss.PpoLoss;
import rewardscope.language.loss.TokenAdvantages;

/// Step 3 of Ouyang et al. (2022): proximal policy optimisation of the reward model's score, with a penalty on every
/// token for leaving the fine-tuned policy. The critic begins as the reward model.
///
/// R_t = [t = T] r(x, y) − β ( log π(y_t) − log π_ref(y_t) ), Â by GAE,
/// L = −mean min( ρ_t Â_t, clip(ρ_t, 1 ± ε) Â_t ) + c_v ½ mean (V_t − V̂_t)². One act is one token, the scores of a batch,
/// or one minibatch.
final class RlhfPpo extends RlhfStage {
    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = #{policyLoss|L^{CLIP}} + #{valueCoef|c_v} #{valueLoss|L^V} \\\\ \
            #{ratio|\\rho_1} = \\exp \\left( #{logp|\\log \\pi_\\theta} - #{oldLogp|\\log \\pi_{old}} \\right) \\\\ \
            #{objective|L^{CLIP}_1} = \\min \\left( #{ratio|\\rho_1} #{advantage|\\hat A_1}, \
            #{clippedRatio|\\mathrm{clip}(\\rho_1)} #{advantage|\\hat A_1} \\right)""");
    private static final double VALUE_COEF = 0.5;

    private final HyperParameter valueRate;
    private final HyperParameter clip;
    private final HyperParameter gamma;
    private final HyperParameter lambda;

    private double policyRateUsed;
    private double valueRateUsed;
    private double clipUsed;
    private double[] logp = {};
    private double[] oldLogp = {};
    private double[] advantage = {};
    private double[] value = {};
    private double[] target = {};
    private PpoLoss loss = new PpoLoss(0, 0, 0, 0, new double[0], new double[0], new double[0]);
    private double gradientNorm;
    private double valueGradientNorm;
    private double clipFraction;
    private double valueLoss;

    RlhfPpo(Lab lab, int number) {
        super(lab, number, lab.settings.count(Keys.EPOCHS.name()));
        valueRate = lab.settings.hyper(Keys.VALUE_RATE);
        clip = lab.settings.hyper(Keys.CLIP);
        gamma = lab.settings.hyper(Keys.GAMMA);
        lambda = lab.settings.hyper(Keys.LAMBDA);
    }

    @Override
    String name() {
        return "rlhf-ppo";
    }

    @Override
    String network() {
        return "ppo";
    }

    @Override
    void start() {
        super.start();
        scores.makeCritic().train();
    }

    @Override
    void leave() {
        super.leave();
        lab.network("critic").freeze();
    }

    @Override
    void estimate() {
        scores.estimate(lab.network("critic"), gamma.value(), lambda.value());
    }

    /// θ ← θ − α ∇L over the next minibatch.
    @Override
    void optimise() {
        policyRateUsed = policyRate.value();
        valueRateUsed = valueRate.value();
        clipUsed = clip.value();
        Network policy = lab.network("ppo");
        Network critic = lab.network("critic");
        oldLogp = spread(scores.logp);
        advantage = spread(scores.advantage);
        target = spread(scores.target);
        double[] oldValue = spread(scores.value);
        var counted = new boolean[batch.targets.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = batch.targets[i] >= 0;
        }
        TokenAdvantages.whiten(advantage, counted, true);
        logp = policy.logp(batch);
        value = critic.scalars(batch);
        loss = PpoLoss.of(logp, oldLogp, advantage, value, oldValue, target, counted,
                new PpoLoss.Coefficients(clipUsed, Double.POSITIVE_INFINITY, VALUE_COEF));
        gradientNorm = policy.stepAlongLogp(batch, loss.dLogp(), policyRateUsed);
        valueGradientNorm = critic.stepAlongScalars(loss.dValue(), valueRateUsed);
        clipFraction = loss.clipFraction();
        valueLoss = loss.valueLoss();
    }

    @Override
    StepEvent updateEvent() {
        var tokens = new ArrayList<LabEvents.TokenPull>();
        int from = batch.first[0];
        for (int i = from; i < from + batch.length[0]; i++) {
            tokens.add(new LabEvents.TokenPull(lab.world.vocabulary().word(batch.targets[i]), logp[i], oldLogp[i],
                    loss.ratio()[i], clipped(loss.ratio()[i]), advantage[i], value[i], target[i]));
        }
        var first = tokens.getFirst();
        boolean over = minibatch == 0;
        return new LabEvents.PpoUpdate(EQUATION, iteration + (marks == 0 ? 1 : 0), iterations,
                over ? epoch - 1 : epoch, epochs, over ? minibatches - 1 : minibatch - 1, minibatches, policyRateUsed,
                valueRateUsed, clipUsed, loss.loss(VALUE_COEF), loss.policyLoss(), VALUE_COEF, loss.valueLoss(),
                first.ratio(), first.logp(), first.oldLogp(),
                Math.min(first.ratio() * first.advantage(), first.clippedRatio() * first.advantage()),
                first.advantage(), first.clippedRatio(), loss.approximateKl(), loss.clipFraction(), gradientNorm,
                valueGradientNorm, klCoef(), rollouts.said(used[0]).prompt().text(), List.copyOf(tokens));
    }

    private double clipped(double ratio) {
        return Math.clamp(ratio, 1 - clipUsed, 1 + clipUsed);
    }

    @Override
    List<Series> series() {
        var all = new ArrayList<>(super.series());
        all.add(new Series("ppo-clip-fraction", mark, () -> clipFraction));
        all.add(new Series("ppo-value-loss", mark, () -> valueLoss));
        return List.copyOf(all);
    }
}
