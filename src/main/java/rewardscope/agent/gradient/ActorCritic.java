package rewardscope.agent.gradient;

import java.util.List;
import java.util.Optional;
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

/// One-step actor-critic: the critic's surprise after every single step tells the actor what was better than expected.
///
/// δ ← R + γ v̂(S′, w) − v̂(S, w);  w ← w + α^w δ ∇ v̂(S, w);  θ ← θ + α I δ ∇ ln π(A|S, θ);  I ← γ I
///
/// Sutton & Barto, 2nd edition, section 13.5. One act is one step and what is learned from it.
///
/// By default the critic learns thirty times as fast as the actor. A value that lags behind makes nearly every δ positive
/// at first, so that whatever was done is made likelier, and a policy that has settled on one action no longer finds
/// out what the other is worth: with a ratio of three, two of ten runs on CartPole end so.
public final class ActorCritic extends PolicyGradientAgent implements ObservationValues {
    static final ParameterSpec.Hyper ALPHA =
            new ParameterSpec.Hyper("alpha", "\\alpha", 1e-4, 0, 1, "Step size of the policy");
    static final ParameterSpec.Hyper ALPHA_VALUE =
            new ParameterSpec.Hyper("alpha-value", "\\alpha^{w}", 3e-3, 0, 1, "Step size of the value");

    public static final AgentType TYPE = new AgentType(
            "actor-critic",
            "One-step actor-critic",
            Family.POLICY_GRADIENT,
            List.of(
                    ALPHA,
                    ALPHA_VALUE,
                    GAMMA,
                    Reinforce.DISCOUNT_GRADIENT,
                    Optimisers.OPTIMISER,
                    HIDDEN,
                    SCALE,
                    INITIAL_STD),
            Sight::needsAnyActions,
            ActorCritic::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{delta|\\delta} = #{reward|R} + #{gamma|\\gamma} #{vNext|\\hat v(S')} - #{v|\\hat v(S)} \\\\ \
            #{weight|w} = #{discount|I} #{delta|\\delta} \\\\ \
            #{stepLength|\\lVert\\Delta\\theta\\rVert} = #{alpha|\\alpha} \
            #{gradientNorm|\\lVert w \\nabla\\ln\\pi(A\\mid S)\\rVert}""");

    private final HyperParameter alpha;
    private final HyperParameter alphaValue;
    private final boolean discountGradient;
    private final Learner actor;
    private final Learner critic;

    private int t;
    private double discount = 1;
    private double discountUsed;
    private double alphaUsed;
    private double alphaValueUsed;
    private double gammaUsed;
    private double v;
    private double vNext;
    private double delta;
    private double weight;
    private double entropy;
    private double gradientNorm;

    public ActorCritic(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ALPHA);
        alphaValue = settings.hyper(ALPHA_VALUE);
        discountGradient = settings.flag(Reinforce.DISCOUNT_GRADIENT.name());
        actor = new Learner(new HostPass(policyNet, 1), policy.further(), Optimisers.of(settings));
        critic = new Learner(new HostPass(network(settings, 1, 1), 1), new double[0], Optimisers.of(settings));
    }

    @Override
    public void advance() {
        takeStep(0);
        t = environment().episode().length() - 1;
        if (sight.started()) {
            discount = 1;
        }
        alphaUsed = alpha.value();
        alphaValueUsed = alphaValue.value();
        gammaUsed = gamma.value();
        discountUsed = discount;

        vNext = sight.terminated() ? 0 : critic.pass.forward(next, 1)[0];
        v = critic.forward(observation, 1)[0];
        delta = sight.reward() + gammaUsed * vNext - v;
        weight = discount * delta;

        critic.dOutputs[0] = -delta;
        critic.backward();
        policy.look(actor.forward(observation, 1), 0);
        entropy = policy.entropy();
        policy.addScore(-weight, action, 0, actor.dOutputs, 0, actor.dFurther);
        actor.backward();
        gradientNorm = GradientClipping.norm(actor.gradient, actor.dFurther);
        if (!Double.isFinite(gradientNorm + GradientClipping.norm(critic.gradient))) {
            throw diverged("the gradient is");
        }
        critic.step(alphaValueUsed);
        actor.step(alphaUsed);
        discount *= discountGradient ? gammaUsed : 1;
        marks |= Mark.UPDATE;
    }

    /// The record of one step and its update.
    ///
    /// @param t its number in the episode, counted from 0
    /// @param step what was seen, done and received
    /// @param discount I = γ^t, or 1 where it is left out
    /// @param vNext v̂(S′): 0 if the episode terminated
    /// @param weight what ∇ ln π is multiplied with
    /// @param gradientNorm the length of the policy's gradient, weight included
    /// @param stepLength α times that: how far plain gradient ascent moves (Adam scales each parameter anew)
    public record Update(
            int t,
            StepEvent step,
            double alpha,
            double alphaValue,
            double gamma,
            double discount,
            double reward,
            double v,
            double vNext,
            double delta,
            double weight,
            double entropy,
            double gradientNorm,
            double stepLength)
            implements LearnedStep {
        @Override
        public int number() {
            return t;
        }

        @Override
        public double aim() {
            return reward + gamma * vNext;
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

        @Override
        public Optional<Move> move() {
            return step.move();
        }
    }

    @Override
    public Update event() {
        return new Update(
                t,
                stepEvent(),
                alphaUsed,
                alphaValueUsed,
                gammaUsed,
                discountUsed,
                sight.reward(),
                v,
                vNext,
                delta,
                weight,
                entropy,
                gradientNorm,
                alphaUsed * gradientNorm);
    }

    @Override
    public double value(double[] observation) {
        return critic.pass.forward(sight.see(observation), 1)[0];
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("td-error", Mark.STEP, () -> delta),
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("actor", actor);
        state.part("critic", critic);
        discount = state.number("discount", discount);
    }
}
