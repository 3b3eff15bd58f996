package rewardscope.agent.gradient;

import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Diverged;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.Sight;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.Activation;
import rewardscope.nn.mlp.HostPass;
import rewardscope.nn.mlp.Initialisation;
import rewardscope.nn.mlp.Mlp;

/// What all policy-gradient agents have: a world that they see, a policy with its network, and the step that they take.
/// The algorithm itself is in the file of its name.
public abstract class PolicyGradientAgent implements Agent, ActionProbabilities, ObservationPolicy {
    static final ParameterSpec.Hyper GAMMA = new ParameterSpec.Hyper(
            "gamma", "\\gamma", 0.99, 0, 1, "Discount: what a reward is worth one step later");
    static final ParameterSpec.Counts HIDDEN = new ParameterSpec.Counts(
            "hidden", List.of(64, 64), 1, 512, "Widths of the hidden layers (tanh); [] is linear in what is seen");
    static final ParameterSpec.Flag SCALE = new ParameterSpec.Flag(
            "scale", true, "Bring the usual range of every component of the observation to [-1, 1]");
    static final ParameterSpec.Number INITIAL_STD = new ParameterSpec.Number(
            "initial-std", 1, 1e-3, 100, "Standard deviation of the policy's forces at the start");

    final Sight sight;
    final Hyperparameters hyperparameters;
    final HyperParameter gamma;
    final Policy policy;
    final Mlp policyNet;
    final RandomStream random;
    final RandomStream initialisation;

    /// What was seen, what was done, and what is seen then.
    double[] observation = {};

    final double[] action;
    double[] next = {};
    double logProbability;

    /// Steps so far.
    long steps;

    /// What this act completed, bits of [Mark].
    int marks;

    private final HostPass one;
    private final double[] outputs;
    private final double[] furtherUsed;
    private int t;

    PolicyGradientAgent(AgentSettings settings) {
        sight = new Sight(settings.environment(), settings.flag(SCALE.name()));
        hyperparameters = settings.hyperparameters();
        gamma = settings.hyper(GAMMA);
        random = settings.random("policy");
        initialisation = settings.random("initialisation");
        policy = switch (sight.actions()) {
            case ActionSpace.Discrete numbered -> new SoftmaxPolicy(numbered.count());
            case ActionSpace.Box box ->
                new GaussianPolicy(box.dimensions(), Math.log(settings.number(INITIAL_STD.name())));
        };
        policyNet = network(settings, policy.outputs(), 0.01);
        one = new HostPass(policyNet, 1);
        action = new double[policy.actionWidth()];
        outputs = new double[policy.outputs()];
        furtherUsed = new double[policy.further().length];
    }

    /// A network from what is seen to so many outputs, with orthogonal weights.
    final Mlp network(AgentSettings settings, int outputs, double outputGain) {
        var hidden = settings.counts(HIDDEN.name());
        var widths = new int[hidden.size() + 2];
        widths[0] = sight.width();
        for (int i = 0; i < hidden.size(); i++) {
            widths[i + 1] = hidden.get(i);
        }
        widths[hidden.size() + 1] = outputs;
        var net = new Mlp(Activation.TANH, widths);
        Initialisation.orthogonal(net, Math.sqrt(2), outputGain, initialisation);
        return net;
    }

    /// Takes one step: sees S, draws A from π( · |S), observes R and S′.
    ///
    /// @param t its number in what is being collected
    final void takeStep(int t) {
        this.t = t;
        observation = sight.look();
        if (sight.started()) {
            hyperparameters.startEpisode();
        }
        double[] y = one.forward(observation, 1);
        if (!finite(y)) {
            throw diverged("the policy's outputs are");
        }
        System.arraycopy(y, 0, outputs, 0, outputs.length);
        System.arraycopy(policy.further(), 0, furtherUsed, 0, furtherUsed.length);
        policy.look(y, 0);
        policy.sample(random, action);
        logProbability = policy.logProbability(action, 0);
        next = sight.act(action);
        steps++;
        marks = sight.endsEpisode() ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    private static boolean finite(double[] y) {
        for (double value : y) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// What to throw when numbers have run away.
    ///
    /// @param what the subject and its verb
    final Diverged diverged(String what) {
        return new Diverged(steps, what + " no longer finite (try a smaller step size)");
    }

    /// The record of the last step.
    final StepEvent stepEvent() {
        if (sight.actions() instanceof ActionSpace.Box) {
            return new Steps.Force(
                    t,
                    Steps.list(observation),
                    Steps.dimensions(action, outputs, furtherUsed),
                    logProbability,
                    sight.reward(),
                    sight.started(),
                    sight.terminated(),
                    sight.truncated());
        }
        int a = (int) action[0];
        var choices = Steps.choices(outputs);
        return new Steps.Numbered(
                t,
                Steps.list(observation),
                a,
                outputs[a],
                choices.get(a).probability(),
                choices,
                sight.reward(),
                sight.started(),
                sight.terminated(),
                sight.truncated(),
                sight.move());
    }

    @Override
    public final double[] policyAt(double[] observation) {
        return describe(sight.see(observation));
    }

    @Override
    public final double[] policy(int state) {
        boolean terminal = environment() instanceof FiniteEnvironment world
                && world.model().terminal(state);
        return terminal ? new double[policy.outputs()] : describe(sight.indicator(state));
    }

    private double[] describe(double[] x) {
        policy.look(one.forward(x, 1), 0);
        return policy.describe();
    }

    @Override
    public final int marks() {
        return marks;
    }

    @Override
    public final Environment environment() {
        return sight.environment();
    }

    @Override
    public final Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", sight.environment());
        state.part("hyperparameters", hyperparameters);
        state.part("random", random);
        steps = state.longInteger("steps", steps);
    }
}
