package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Equation;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.HostPass;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.Passes;

/// What `trpo`, `ppo` and `ppo-penalty` share: they collect a batch of steps with one policy, and estimate advantages
/// with a learned value before the policy changes.
///
/// The defaults are chosen so that small control tasks are solved in front of a class. Published settings for CartPole
/// collect from four worlds with a step size of 2.5e-4 and go through each batch four times; here one world gives 512
/// steps, and each batch is worked harder (ten epochs of eight minibatches) with twelve times the step size, which the
/// clipped objective and the shortened gradient keep in bounds. That takes a quarter of the steps.
public abstract class BatchAgent extends PolicyGradientAgent implements ObservationValues {
    static final ParameterSpec.Hyper ALPHA =
            new ParameterSpec.Hyper("alpha", "\\alpha", 3e-3, 0, 1, "Step size of the optimiser (Adam)");
    static final ParameterSpec.Hyper LAMBDA = new ParameterSpec.Hyper(
            "lambda", "\\lambda", 0.95, 0, 1, "Advantages: 0 is the TD error, 1 the Monte Carlo return minus the value");
    static final ParameterSpec.Count HORIZON =
            new ParameterSpec.Count("horizon", 512, 1, 100_000, "Steps in a batch");

    /// Small enough not to matter, large enough that a vanishing gradient makes no leap.
    static final double ADAM_EPSILON = 1e-5;

    final HyperParameter lambda;
    final Rollout rollout;
    final Learner actor;
    final Learner critic;

    private final Passes passes;
    private final HostPass oneValue;
    private double gammaUsed;
    private double lambdaUsed;

    BatchAgent(AgentSettings settings) {
        super(settings);
        lambda = settings.hyper(LAMBDA);
        int horizon = settings.count(HORIZON.name());
        rollout = new Rollout(horizon, sight.width(), policy);
        passes = Passes.on(settings.compute());
        actor = new Learner(passes.of(policyNet, horizon), policy.further(), n -> Adam.of(n, 0, ADAM_EPSILON));
        Mlp valueNet = network(settings, 1, 1);
        critic = new Learner(passes.of(valueNet, horizon), new double[0], n -> Adam.of(n, 0, ADAM_EPSILON));
        oneValue = new HostPass(valueNet, 1);
    }

    /// Collects one step with the policy as it is.
    final void collectStep() {
        takeStep(rollout.size);
        policy.remember(rollout.memory, rollout.size);
        rollout.add(observation, action, sight.reward(), sight.terminated(), sight.truncated(), logProbability);
        if (sight.truncated() || rollout.full() && !sight.terminated()) {
            rollout.vNext[rollout.size - 1] = oneValue.forward(next, 1)[0]; // what came next was not collected
        }
    }

    /// Values, advantages and value targets for the whole batch.
    final void estimateAdvantages() {
        int n = rollout.size;
        gammaUsed = gamma.value();
        lambdaUsed = lambda.value();
        System.arraycopy(critic.forward(rollout.observations, n), 0, rollout.v, 0, n);
        for (int t = 0; t < n; t++) {
            if (rollout.goesOn(t)) {
                rollout.vNext[t] = rollout.v[t + 1];
            }
        }
        Advantages.gae(
                rollout.reward,
                rollout.v,
                rollout.vNext,
                rollout.terminated,
                rollout.truncated,
                n,
                gammaUsed,
                lambdaUsed,
                rollout.advantage);
        for (int t = 0; t < n; t++) {
            rollout.target[t] = rollout.advantage[t] + rollout.v[t];
        }
        if (!Double.isFinite(rollout.advantage[0])) {
            throw diverged("the values are");
        }
        marks = 0;
    }

    private static final Equation GAE = Equation.of(
            """
            #{advantage|\\hat A_t} = #each{terms|\\sum_l| + |#{weight|(\\gamma\\lambda)^l} \
            \\left[ #{reward|R_{t+l}} + #{gamma|\\gamma} #{vNext|V(S_{t+l+1})} - #{v|V(S_{t+l})} \\right]} \\\\ \
            #{target|\\hat V_t} = #{advantage|\\hat A_t} + #{v|V(S_t)}""");

    /// One term of the sum.
    ///
    /// @param weight (γλ)^l
    /// @param vNext the value that the next observation counts with: 0 if the step terminated
    /// @param delta R + γ V(S′) − V(S)
    public record Term(double weight, double reward, double gamma, double vNext, double v, double delta) {}

    /// What was worked out for one step of the batch.
    public record Estimate(
            double reward,
            double v,
            double vNext,
            boolean terminated,
            boolean truncated,
            double delta,
            double advantage,
            double target) {}

    /// The record of estimating the advantages of a batch. The equation writes one of the sums out, near the end of the
    /// first episode, where it is short.
    ///
    /// @param t the step whose advantage is written out
    /// @param estimates all steps of the batch
    public record AdvantageEstimation(
            int t,
            double gamma,
            double lambda,
            List<Term> terms,
            double advantage,
            double v,
            double target,
            List<Estimate> estimates)
            implements StepEvent {
        @Override
        public Equation equation() {
            return GAE;
        }
    }

    final AdvantageEstimation advantageEvent() {
        int end = 0;
        while (rollout.goesOn(end)) {
            end++;
        }
        int t = Math.max(0, end - 4);
        var terms = new ArrayList<Term>();
        double weight = 1;
        for (int i = t; i <= end; i++) {
            double vNext = rollout.terminated[i] ? 0 : rollout.vNext[i];
            terms.add(new Term(weight, rollout.reward[i], gammaUsed, vNext, rollout.v[i], delta(i)));
            weight *= gammaUsed * lambdaUsed;
        }
        var estimates = new ArrayList<Estimate>();
        for (int i = 0; i < rollout.size; i++) {
            estimates.add(new Estimate(
                    rollout.reward[i],
                    rollout.v[i],
                    rollout.terminated[i] ? 0 : rollout.vNext[i],
                    rollout.terminated[i],
                    rollout.truncated[i],
                    delta(i),
                    rollout.advantage[i],
                    rollout.target[i]));
        }
        return new AdvantageEstimation(
                t,
                gammaUsed,
                lambdaUsed,
                List.copyOf(terms),
                rollout.advantage[t],
                rollout.v[t],
                rollout.target[t],
                List.copyOf(estimates));
    }

    private double delta(int t) {
        double vNext = rollout.terminated[t] ? 0 : rollout.vNext[t];
        return rollout.reward[t] + gammaUsed * vNext - rollout.v[t];
    }

    @Override
    public final double value(double[] observation) {
        return oneValue.forward(sight.see(observation), 1)[0];
    }

    @Override
    public String backend() {
        return passes.name();
    }

    @Override
    public void close() {
        passes.close();
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("actor", actor);
        state.part("critic", critic);
        state.part("rollout", rollout);
    }
}
