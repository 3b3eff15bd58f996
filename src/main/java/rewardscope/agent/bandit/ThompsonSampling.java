package rewardscope.agent.bandit;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Draws a possible world from what is believed, and pulls the arm that is best in it: every arm is chosen as often as
/// it is believed to be the best.
///
/// θ_a ~ posterior of arm a;  A ← argmax_a θ_a;  posterior of A ← Bayes' rule with R
///
/// Thompson (1933); Russo et al. (2018), sections 3 and 4. One act is one pull.
public final class ThompsonSampling extends BanditAgent {
    static final ParameterSpec.Choice POSTERIOR = new ParameterSpec.Choice(
            "posterior",
            List.of("auto", "gaussian", "beta"),
            "What is believed about a mean: normal, or beta for rewards of 0 and 1; auto looks at the arms");
    static final ParameterSpec.Number PRIOR_STD = new ParameterSpec.Number(
            "prior-std", 1, 1e-6, 1e6, "How far from 0 the means are thought to lie at first (normal)");
    static final ParameterSpec.Number REWARD_STD = new ParameterSpec.Number(
            "reward-std", 1, 1e-6, 1e6, "How far rewards are thought to scatter around their mean (normal)");

    public static final AgentType TYPE = new AgentType(
            "thompson",
            "Thompson sampling",
            Family.BANDIT,
            List.of(POSTERIOR, PRIOR_STD, REWARD_STD),
            BanditAgent::needsArms,
            ThompsonSampling::new);

    private static final Equation GAUSSIAN = Equation.of(
            """
            #{muNew|\\mu_A} \\leftarrow \\frac{#{tauOld|\\tau_A} #{muOld|\\mu_A} + #{noisePrecision|\\tau} #{reward|R_t}}\
            {#{tauOld|\\tau_A} + #{noisePrecision|\\tau}} \\\\ \
            #{tauNew|\\tau_A} \\leftarrow #{tauOld|\\tau_A} + #{noisePrecision|\\tau}""");

    private static final Equation BETA = Equation.of(
            """
            #{successesNew|\\alpha_A} \\leftarrow #{successesOld|\\alpha_A} + #{reward|R_t} \\\\ \
            #{failuresNew|\\beta_A} \\leftarrow #{failuresOld|\\beta_A} + 1 - #{reward|R_t}""");

    private static final int WORLDS = 1000;

    private final Posterior posterior;
    private final double[] sampled;

    private double firstOld;
    private double secondOld;

    public ThompsonSampling(AgentSettings settings) {
        super(settings, Estimates.averages(arms(settings)));
        boolean coins = environment.spec().rewards() == BanditSpec.Rewards.BERNOULLI;
        String kind = settings.choice(POSTERIOR.name());
        if (kind.equals("beta") && !coins) {
            throw new IllegalArgumentException(
                    "`posterior: beta` is for rewards of 0 and 1, and these arms pay real numbers: use `gaussian`");
        }
        posterior = kind.equals("gaussian") || !coins
                ? new Posterior.Gaussian(
                        environment.arms(), settings.number(PRIOR_STD.name()), settings.number(REWARD_STD.name()))
                : new Posterior.Beta(environment.arms());
        sampled = new double[environment.arms()];
    }

    /// What is believed of an arm after the pull, and the mean that was drawn for it before.
    public record Belief(int arm, double sampled, double mean, double deviation) {}

    /// The record of one pull with normal beliefs.
    ///
    /// @param action A, the arm that was pulled
    /// @param sampled θ_A, the largest of the means that were drawn
    /// @param noisePrecision τ, one over the variance of a reward
    public record GaussianPull(
            int action,
            double reward,
            double sampled,
            double noisePrecision,
            double muOld,
            double muNew,
            double tauOld,
            double tauNew,
            List<Belief> beliefs,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            return GAUSSIAN;
        }
    }

    /// The record of one pull with beta beliefs.
    ///
    /// @param action A, the arm that was pulled
    /// @param sampled θ_A, the largest of the means that were drawn
    public record BetaPull(
            int action,
            double reward,
            double sampled,
            double successesOld,
            double successesNew,
            double failuresOld,
            double failuresNew,
            List<Belief> beliefs,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            return BETA;
        }
    }

    @Override
    public void advance() {
        for (int arm = 0; arm < sampled.length; arm++) {
            sampled[arm] = posterior.sample(arm, random);
        }
        pull(random.argmax(sampled));
        remember();
        posterior.update(a, r);
        estimates.update(a, r);
    }

    private void remember() {
        switch (posterior) {
            case Posterior.Gaussian gaussian -> {
                firstOld = gaussian.mean(a);
                secondOld = gaussian.tau(a);
            }
            case Posterior.Beta beta -> {
                firstOld = beta.successes(a);
                secondOld = beta.failures(a);
            }
        }
    }

    @Override
    public StepEvent event() {
        var beliefs = new ArrayList<Belief>();
        for (int arm = 0; arm < sampled.length; arm++) {
            beliefs.add(new Belief(arm, sampled[arm], posterior.mean(arm), posterior.deviation(arm)));
        }
        return switch (posterior) {
            case Posterior.Gaussian gaussian ->
                new GaussianPull(
                        a,
                        r,
                        sampled[a],
                        gaussian.noisePrecision(),
                        firstOld,
                        gaussian.mean(a),
                        secondOld,
                        gaussian.tau(a),
                        List.copyOf(beliefs),
                        arms());
            case Posterior.Beta beta ->
                new BetaPull(
                        a,
                        r,
                        sampled[a],
                        firstOld,
                        beta.successes(a),
                        secondOld,
                        beta.failures(a),
                        List.copyOf(beliefs),
                        arms());
        };
    }

    /// The share of 1,000 worlds, drawn from what is believed, in which each arm is best. The draws are always the same
    /// and have no part in the run.
    @Override
    double[] probabilities() {
        var draws = RandomStream.named(0, "believed worlds");
        var world = new double[sampled.length];
        var share = new double[sampled.length];
        for (int i = 0; i < WORLDS; i++) {
            for (int arm = 0; arm < world.length; arm++) {
                world[arm] = posterior.sample(arm, draws);
            }
            share[draws.argmax(world)] += 1.0 / WORLDS;
        }
        return share;
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("posterior", posterior);
    }
}
