package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.bandit.BanditAgent;
import rewardscope.agent.bandit.GradientBandit;
import rewardscope.agent.bandit.ThompsonSampling;
import rewardscope.agent.bandit.UpperConfidenceBound;
import rewardscope.sim.View;

/// How sure a bandit's agent can be of an arm, as its own rule sees it.
///
/// @param n how often the arm was pulled
/// @param middle of the interval: the estimate, or the mean of what is believed
/// @param low lower end; NaN where the rule knows none
/// @param high upper end; infinite for an arm that was never pulled
/// @param preference H(a) of a gradient bandit; NaN for others
record ArmMarks(int n, double middle, double low, double high, double preference) {
    private static final double TWO_SIDED_95 = 1.96;

    /// What the interval is, in words.
    static String meaning(View view) {
        return switch (view.event().orElse(null)) {
            case UpperConfidenceBound.Pull _ -> "upper confidence bound";
            case ThompsonSampling.GaussianPull _, ThompsonSampling.BetaPull _ -> "95 % of what is believed";
            case GradientBandit.Pull _ -> "± standard error of the mean";
            case null -> "";
            default -> "± standard error";
        };
    }

    /// One an arm; empty before the first pull.
    static List<ArmMarks> of(View view, View.World.Arms world) {
        if (!(view.event().orElse(null) instanceof BanditAgent.Pulled pulled)) {
            return List.of();
        }
        var marks = new ArrayList<ArmMarks>();
        for (BanditAgent.Arm arm : pulled.arms()) {
            marks.add(of(pulled, arm, world));
        }
        return List.copyOf(marks);
    }

    private static ArmMarks of(BanditAgent.Pulled pulled, BanditAgent.Arm arm, View.World.Arms world) {
        int a = arm.arm();
        double error = standardError(arm, world);
        return switch (pulled) {
            case UpperConfidenceBound.Pull pull ->
                new ArmMarks(arm.n(), arm.q(), Double.NaN, bound(pull, arm), Double.NaN);
            case ThompsonSampling.GaussianPull pull -> believed(arm, pull.beliefs().get(a));
            case ThompsonSampling.BetaPull pull -> believed(arm, pull.beliefs().get(a));
            case GradientBandit.Pull pull ->
                new ArmMarks(
                        arm.n(),
                        arm.q(),
                        arm.q() - error,
                        arm.q() + error,
                        pull.choices().get(a).preferenceNew());
            default -> new ArmMarks(arm.n(), arm.q(), arm.q() - error, arm.q() + error, Double.NaN);
        };
    }

    /// Q + c √(ln t / N) as it stands for the next choice.
    private static double bound(UpperConfidenceBound.Pull pull, BanditAgent.Arm arm) {
        return arm.n() == 0
                ? Double.POSITIVE_INFINITY
                : arm.q() + pull.c() * Math.sqrt(Math.log(pull.time() + 1) / arm.n());
    }

    private static ArmMarks believed(BanditAgent.Arm arm, ThompsonSampling.Belief belief) {
        double half = TWO_SIDED_95 * belief.deviation();
        return new ArmMarks(arm.n(), belief.mean(), belief.mean() - half, belief.mean() + half, Double.NaN);
    }

    /// σ/√N with the σ of the world; of coins, that of the estimate.
    private static double standardError(BanditAgent.Arm arm, View.World.Arms world) {
        if (arm.n() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double q = Math.clamp(arm.q(), 0, 1);
        double deviation = world.coins() ? Math.sqrt(q * (1 - q)) : world.std();
        return deviation / Math.sqrt(arm.n());
    }
}
