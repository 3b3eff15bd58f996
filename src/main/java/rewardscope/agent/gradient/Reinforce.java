package rewardscope.agent.gradient;

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
import rewardscope.nn.mlp.GradientClipping;
import rewardscope.nn.mlp.HostPass;

/// Monte Carlo policy gradient: after an episode, every action becomes likelier by as much as what followed was good.
///
/// G ← Σ_{k>t} γ^{k−t−1} R_k;  θ ← θ + α γ^t G ∇ ln π(A_t|S_t, θ)
///
/// Sutton & Barto, 2nd edition, section 13.3; Williams (1992). One act is one step of an episode, or one step learned
/// from. What would have followed a truncated episode is not known here, and counts as 0.
public final class Reinforce extends PolicyGradientAgent {
    static final ParameterSpec.Hyper ALPHA =
            new ParameterSpec.Hyper("alpha", "\\alpha", 1e-4, 0, 1, "Step size of the policy");
    static final ParameterSpec.Flag DISCOUNT_GRADIENT = new ParameterSpec.Flag(
            "discount-gradient",
            false,
            "Weigh step t with gamma^t, as the policy gradient theorem has it; most programs leave it out");

    public static final AgentType TYPE = new AgentType(
            "reinforce",
            "REINFORCE",
            Family.POLICY_GRADIENT,
            List.of(ALPHA, GAMMA, DISCOUNT_GRADIENT, Optimisers.OPTIMISER, HIDDEN, SCALE, INITIAL_STD),
            Sight::needsAnyActions,
            Reinforce::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{weight|w_t} = #{gammaT|\\gamma^t} #{g|G_t} \\\\ \
            #{g|G_t} = #{reward|R_{t+1}} + #{gamma|\\gamma} #{gNext|G_{t+1}} \\\\ \
            #{stepLength|\\lVert\\Delta\\theta\\rVert} = #{alpha|\\alpha} \
            #{gradientNorm|\\lVert w_t \\nabla\\ln\\pi(A_t\\mid S_t)\\rVert}""");

    private enum Phase {
        GENERATE_EPISODE,
        LEARN
    }

    private final HyperParameter alpha;
    private final boolean discountGradient;
    private final Learner actor;
    private final EpisodeMemory episode;
    private final GradientScatter scatter;

    private Phase phase = Phase.GENERATE_EPISODE;
    private Phase done = Phase.GENERATE_EPISODE;
    private int t;
    private double gammaT = 1;
    private double gammaUsed;
    private double alphaUsed;
    private double weight;
    private double gammaTUsed;
    private int learned;
    private int length;
    private double reward;
    private double g;
    private double gNext;
    private double logProbabilityLearned;
    private double entropy;
    private double scoreNorm;
    private double gradientNorm;

    public Reinforce(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ALPHA);
        discountGradient = settings.flag(DISCOUNT_GRADIENT.name());
        actor = new Learner(new HostPass(policyNet, 1), policy.further(), Optimisers.of(settings));
        scatter = new GradientScatter(policyNet.parameterCount() + policy.further().length);
        episode = new EpisodeMemory(sight.width(), policy.actionWidth());
    }

    @Override
    public void advance() {
        done = phase;
        switch (phase) {
            case GENERATE_EPISODE -> {
                takeStep(episode.length());
                episode.add(observation, action, sight.reward());
                if (sight.endsEpisode()) {
                    gammaUsed = gamma.value();
                    episode.findReturns(gammaUsed, 0);
                    scatter.clear();
                    t = 0;
                    gammaT = 1;
                    phase = Phase.LEARN;
                }
            }
            case LEARN -> {
                learn();
                boolean over = t == episode.length();
                marks = over ? Mark.UPDATE : 0;
                if (over) {
                    episode.clear();
                    phase = Phase.GENERATE_EPISODE;
                }
            }
        }
    }

    /// θ ← θ + α γ^t G ∇ ln π(A_t|S_t, θ)
    private void learn() {
        var moment = episode.at(t);
        learned = t;
        length = episode.length();
        alphaUsed = alpha.value();
        gammaTUsed = gammaT;
        reward = moment.reward();
        g = moment.g();
        gNext = t + 1 < length ? episode.at(t + 1).g() : 0;
        weight = gammaT * g;
        double[] h = actor.forward(moment.observation(), 1);
        policy.look(h, 0);
        logProbabilityLearned = policy.logProbability(moment.action(), 0);
        entropy = policy.entropy();
        policy.addScore(1, moment.action(), 0, actor.dOutputs, 0, actor.dFurther);
        actor.backward();
        scoreNorm = GradientClipping.norm(actor.gradient, actor.dFurther);
        gradientNorm = Math.abs(weight) * scoreNorm;
        if (!Double.isFinite(gradientNorm)) {
            throw diverged("the gradient is");
        }
        scatter.add(weight, actor.gradient, actor.dFurther, scoreNorm);
        actor.scale(-weight);
        actor.step(alphaUsed);
        t++;
        gammaT *= discountGradient ? gammaUsed : 1;
    }

    /// The record of learning from one step of the episode.
    ///
    /// @param t its number, counted from 0
    /// @param gammaT γ^t, or 1 where it is left out
    /// @param g the return from there on
    /// @param weight what ∇ ln π is multiplied with
    /// @param logProbability ln π(A|S) before the update
    /// @param scoreNorm ‖∇ ln π(A|S)‖
    /// @param gradientNorm the length of the gradient, weight included
    /// @param gradientVariance of the gradients of this episode's steps so far, summed over all parameters
    /// @param stepLength α times `gradientNorm`: how far plain gradient ascent moves (Adam scales each parameter anew)
    public record Learning(
            int t,
            int length,
            double alpha,
            double gammaT,
            double gamma,
            double reward,
            double g,
            double gNext,
            double weight,
            double logProbability,
            double entropy,
            double scoreNorm,
            double gradientNorm,
            double gradientVariance,
            double stepLength)
            implements LearnedStep {
        @Override
        public int number() {
            return t;
        }

        @Override
        public double aim() {
            return g;
        }

        @Override
        public double expected() {
            return 0;
        }

        @Override
        public double advantage() {
            return g;
        }

        @Override
        public Equation equation() {
            return EQUATION;
        }
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case GENERATE_EPISODE -> stepEvent();
            case LEARN ->
                new Learning(
                        learned,
                        length,
                        alphaUsed,
                        gammaTUsed,
                        gammaUsed,
                        reward,
                        g,
                        gNext,
                        weight,
                        logProbabilityLearned,
                        entropy,
                        scoreNorm,
                        gradientNorm,
                        scatter.variance(),
                        alphaUsed * gradientNorm);
        };
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm),
                new Series("gradient-variance", Mark.UPDATE, scatter::variance));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("actor", actor);
        state.part("episode", episode);
        state.part("scatter", scatter);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        t = state.integer("t", t);
        gammaT = state.number("gammaT", gammaT);
        gammaUsed = state.number("gamma", gammaUsed);
    }
}
