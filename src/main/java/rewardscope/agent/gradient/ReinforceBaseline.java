package rewardscope.agent.gradient;

import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.Sight;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.GradientClipping;
import rewardscope.nn.mlp.HostPass;

/// REINFORCE that compares each return with what the state is worth anyway: the gradient points the same way on
/// average, and scatters far less.
///
/// δ ← G − v̂(S_t, w);  w ← w + α^w δ ∇ v̂(S_t, w);  θ ← θ + α γ^t δ ∇ ln π(A_t|S_t, θ)
///
/// Sutton & Barto, 2nd edition, section 13.4. One act is one step of an episode, or one step learned from. After a
/// truncated episode the value of the observation that it ended in stands for what would have followed.
public final class ReinforceBaseline extends PolicyGradientAgent implements ObservationValues {
    static final ParameterSpec.Hyper ALPHA_VALUE =
            new ParameterSpec.Hyper("alpha-value", "\\alpha^{w}", 1e-3, 0, 1, "Step size of the value");

    public static final AgentType TYPE = new AgentType(
            "reinforce-baseline",
            "REINFORCE with baseline",
            Family.POLICY_GRADIENT,
            List.of(
                    Reinforce.ALPHA,
                    ALPHA_VALUE,
                    GAMMA,
                    Reinforce.DISCOUNT_GRADIENT,
                    Optimisers.OPTIMISER,
                    HIDDEN,
                    SCALE,
                    INITIAL_STD),
            Sight::needsAnyActions,
            ReinforceBaseline::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{delta|\\delta} = #{g|G_t} - #{v|\\hat v(S_t)} \\\\ \
            #{weight|w_t} = #{gammaT|\\gamma^t} #{delta|\\delta} \\\\ \
            #{g|G_t} = #{reward|R_{t+1}} + #{gamma|\\gamma} #{gNext|G_{t+1}} \\\\ \
            #{stepLength|\\lVert\\Delta\\theta\\rVert} = #{alpha|\\alpha} \
            #{gradientNorm|\\lVert w_t \\nabla\\ln\\pi(A_t\\mid S_t)\\rVert}""");

    private enum Phase {
        GENERATE_EPISODE,
        LEARN
    }

    private final HyperParameter alpha;
    private final HyperParameter alphaValue;
    private final boolean discountGradient;
    private final Learner actor;
    private final Learner critic;
    private final EpisodeMemory episode;

    /// The gradients of this episode's steps; what they would have been without the baseline; the baseline's part of
    /// all steps ever.
    private final GradientScatter scatter;

    private final GradientScatter without;
    private final GradientScatter baseline;

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
    private double future;
    private double v;
    private double delta;
    private double alphaValueUsed;
    private double logProbabilityLearned;
    private double entropy;
    private double scoreNorm;
    private double gradientNorm;

    public ReinforceBaseline(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(Reinforce.ALPHA);
        alphaValue = settings.hyper(ALPHA_VALUE);
        discountGradient = settings.flag(Reinforce.DISCOUNT_GRADIENT.name());
        actor = new Learner(new HostPass(policyNet, 1), policy.further(), Optimisers.of(settings));
        critic = new Learner(new HostPass(network(settings, 1, 1), 1), new double[0], Optimisers.of(settings));
        int parameters = policyNet.parameterCount() + policy.further().length;
        scatter = new GradientScatter(parameters);
        without = new GradientScatter(parameters);
        baseline = new GradientScatter(parameters);
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
                    future = sight.terminated() ? 0 : critic.forward(next, 1)[0];
                    episode.findReturns(gammaUsed, future);
                    scatter.clear();
                    without.clear();
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

    /// w ← w + α^w δ ∇ v̂(S_t, w);  θ ← θ + α γ^t δ ∇ ln π(A_t|S_t, θ)
    private void learn() {
        var moment = episode.at(t);
        learned = t;
        length = episode.length();
        alphaUsed = alpha.value();
        alphaValueUsed = alphaValue.value();
        gammaTUsed = gammaT;
        reward = moment.reward();
        g = moment.g();
        gNext = t + 1 < length ? episode.at(t + 1).g() : future;

        v = critic.forward(moment.observation(), 1)[0];
        delta = g - v;
        weight = gammaT * delta;

        critic.dOutputs[0] = -delta;
        critic.backward();
        double[] h = actor.forward(moment.observation(), 1);
        policy.look(h, 0);
        logProbabilityLearned = policy.logProbability(moment.action(), 0);
        entropy = policy.entropy();
        policy.addScore(1, moment.action(), 0, actor.dOutputs, 0, actor.dFurther);
        actor.backward();
        scoreNorm = GradientClipping.norm(actor.gradient, actor.dFurther);
        gradientNorm = Math.abs(weight) * scoreNorm;
        if (!Double.isFinite(gradientNorm + GradientClipping.norm(critic.gradient))) {
            throw diverged("the gradient is");
        }
        critic.step(alphaValueUsed);
        scatter.add(weight, actor.gradient, actor.dFurther, scoreNorm);
        without.add(gammaT * g, actor.gradient, actor.dFurther, scoreNorm);
        baseline.add(gammaT * v, actor.gradient, actor.dFurther, scoreNorm);
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
    /// @param gNext G of the next step; after the last one 0, or v̂ where the episode was truncated
    /// @param v v̂(S_t), the baseline
    /// @param delta G − v̂(S_t)
    /// @param weight what ∇ ln π is multiplied with
    /// @param logProbability ln π(A|S) before the update
    /// @param scoreNorm ‖∇ ln π(A|S)‖
    /// @param gradientNorm the length of the gradient, weight included
    /// @param gradientVariance of the gradients of this episode's steps so far, summed over all parameters
    /// @param gradientVarianceWithoutBaseline the same for the same steps, with G in place of G − v̂
    /// @param baselineMeanNorm ‖mean of γ^t v̂ ∇ ln π‖ over all steps ever learned from: its expectation is 0
    /// @param baselineNorm how long a single γ^t v̂ ∇ ln π typically is, to compare the mean with
    /// @param stepLength α times `gradientNorm`: how far plain gradient ascent moves (Adam scales each parameter anew)
    public record Learning(
            int t,
            int length,
            double alpha,
            double alphaValue,
            double gammaT,
            double gamma,
            double reward,
            double g,
            double gNext,
            double v,
            double delta,
            double weight,
            double logProbability,
            double entropy,
            double scoreNorm,
            double gradientNorm,
            double gradientVariance,
            double gradientVarianceWithoutBaseline,
            double baselineMeanNorm,
            double baselineNorm,
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
            return v;
        }

        @Override
        public double advantage() {
            return delta;
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
                        alphaValueUsed,
                        gammaTUsed,
                        gammaUsed,
                        reward,
                        g,
                        gNext,
                        v,
                        delta,
                        weight,
                        logProbabilityLearned,
                        entropy,
                        scoreNorm,
                        gradientNorm,
                        scatter.variance(),
                        without.variance(),
                        baseline.lengthOfMean(),
                        baseline.typicalLength(),
                        alphaUsed * gradientNorm);
        };
    }

    @Override
    public double value(double[] observation) {
        return critic.pass.forward(sight.see(observation), 1)[0];
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("value-error", Mark.UPDATE, () -> delta),
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm),
                new Series("gradient-variance", Mark.UPDATE, scatter::variance),
                new Series("gradient-variance-without-baseline", Mark.UPDATE, without::variance),
                new Series("baseline-mean-norm", Mark.UPDATE, baseline::lengthOfMean),
                new Series("baseline-norm", Mark.UPDATE, baseline::typicalLength));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("actor", actor);
        state.part("critic", critic);
        state.part("episode", episode);
        state.part("scatter", scatter);
        state.part("without", without);
        state.part("baseline", baseline);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        t = state.integer("t", t);
        gammaT = state.number("gammaT", gammaT);
        gammaUsed = state.number("gamma", gammaUsed);
        future = state.number("future", future);
    }
}
