package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The same rewards as PPO's with plain REINFORCE (Williams 1992), to compare: no critic, no clipping, every batch used
/// once. From every token's return the mean over the batch's answers is taken away.
///
/// L = −mean_t (G_t − b) log π(y_t), G_t = Σ_{l ≥ t} R_l.
final class RlhfReinforce extends RlhfStage {
    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = -#{meanWeightedLogp|\\frac{1}{N} \\sum_t A_t \\log \\pi_\\theta(y_t)} \\\\ \
            #{advantage|A_1} = #{ret|G_1} - #{baseline|b}""");

    private double policyRateUsed;
    private double baseline;
    private double[] logp = {};
    private double[] ret = {};
    private double loss;
    private double gradientNorm;

    RlhfReinforce(Lab lab, int number) {
        super(lab, number, 1);
    }

    @Override
    String name() {
        return "rlhf-reinforce";
    }

    @Override
    String network() {
        return "reinforce";
    }

    @Override
    void estimate() {
        for (int i = 0; i < rollouts.size; i++) {
            double running = 0;
            for (int t = rollouts.length[i] - 1; t >= 0; t--) {
                running += scores.reward[i][t];
                scores.target[i][t] = running;
                scores.advantage[i][t] = running;
                scores.value[i][t] = 0;
            }
        }
    }

    @Override
    void optimise() {
        policyRateUsed = policyRate.value();
        Network policy = lab.network("reinforce");
        ret = spread(scores.target);
        logp = policy.logp(batch);
        int tokens = batch.counted();
        var dLogp = new double[logp.length];
        loss = 0;
        baseline = Arrays.stream(scores.target).mapToDouble(target -> target[0]).average().orElse(0);
        for (int i = 0; i < logp.length; i++) {
            if (batch.targets[i] >= 0) {
                double advantage = ret[i] - baseline;
                dLogp[i] = -advantage / tokens;
                loss -= advantage * logp[i] / tokens;
            }
        }
        gradientNorm = policy.stepAlongLogp(batch, dLogp, policyRateUsed);
    }

    @Override
    StepEvent updateEvent() {
        var tokens = new ArrayList<LabEvents.TokenWeight>();
        int from = batch.first[0];
        for (int i = from; i < from + batch.length[0]; i++) {
            tokens.add(new LabEvents.TokenWeight(lab.world.vocabulary().word(batch.targets[i]), logp[i], ret[i],
                    baseline, ret[i] - baseline));
        }
        var first = tokens.getFirst();
        return new LabEvents.ReinforceUpdate(EQUATION, iteration + (marks == 0 ? 1 : 0), iterations,
                minibatch == 0 ? minibatches - 1 : minibatch - 1, minibatches, policyRateUsed, klCoef(), loss, -loss,
                first.ret(), baseline, first.advantage(), gradientNorm, rollouts.said(used[0]).prompt().text(),
                List.copyOf(tokens));
    }
}
