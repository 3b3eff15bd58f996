package rewardscope.agent.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.env.Environment;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// What all rules for bandits have: the arms, the estimates, a stream of random numbers, and the pull that they are at.
public abstract class BanditAgent implements Agent, ActionValues, ActionProbabilities {
    final BanditEnvironment environment;
    final Hyperparameters hyperparameters;
    final Estimates estimates;
    final RandomStream random;

    /// A: the arm that was pulled.
    int a;

    /// R: what it paid.
    double r;

    private long t;
    private int marks;

    BanditAgent(AgentSettings settings, Estimates estimates) {
        environment = (BanditEnvironment) settings.environment();
        hyperparameters = settings.hyperparameters();
        random = settings.random("policy");
        this.estimates = estimates;
    }

    static int arms(AgentSettings settings) {
        return ((BanditEnvironment) settings.environment()).arms();
    }

    /// For the descriptions of the types.
    static Optional<String> needsArms(Environment environment) {
        return environment instanceof BanditEnvironment
                ? Optional.empty()
                : Optional.of("it chooses among the arms of a bandit, and this environment has states to go through");
    }

    /// How one arm stands after the pull.
    ///
    /// @param q what it is thought to pay
    /// @param n how often it was pulled
    public record Arm(int arm, double q, int n) {}

    /// The record of a pull, whatever rule chose it.
    public interface Pulled extends StepEvent {
        /// A, the arm that was pulled.
        int action();

        /// How all arms stand after it.
        List<Arm> arms();
    }

    /// All arms, in order.
    List<Arm> arms() {
        var arms = new ArrayList<Arm>();
        for (int arm = 0; arm < environment.arms(); arm++) {
            arms.add(new Arm(arm, estimates.q(arm), estimates.n(arm)));
        }
        return List.copyOf(arms);
    }

    /// Pulls an arm: sets A and R.
    final void pull(int arm) {
        if (environment.needsReset()) {
            environment.reset();
        }
        if (environment.episode().length() == 0) {
            hyperparameters.startEpisode();
        }
        a = arm;
        r = environment.pull(arm);
        t++;
        marks = environment.needsReset() ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    /// Pulls so far.
    final long pulls() {
        return t;
    }

    /// The probability of choosing each arm next.
    abstract double[] probabilities();

    /// 1 for the best arm, shared among ties.
    final double[] greedyProbabilities(double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
        }
        int ties = 0;
        for (double value : values) {
            ties += value == best ? 1 : 0;
        }
        var probabilities = new double[values.length];
        for (int arm = 0; arm < values.length; arm++) {
            probabilities[arm] = values[arm] == best ? 1.0 / ties : 0;
        }
        return probabilities;
    }

    /// exp(x) in shares that sum to 1.
    static void softmax(double[] x, double factor, double[] out) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            largest = Math.max(largest, factor * value);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            out[i] = Math.exp(factor * x[i] - largest);
            sum += out[i];
        }
        for (int i = 0; i < x.length; i++) {
            out[i] /= sum;
        }
    }

    /// A bandit has one state, 0.
    @Override
    public double[] policy(int state) {
        return probabilities();
    }

    @Override
    public double[][] q() {
        return new double[][] {estimates.q()};
    }

    @Override
    public int marks() {
        return marks;
    }

    @Override
    public BanditEnvironment environment() {
        return environment;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("reward", Mark.STEP, () -> r),
                new Series("optimal", Mark.STEP, () -> environment.optimal(a) ? 1 : 0));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
        state.part("random", random);
        state.part("estimates", estimates);
        t = state.longInteger("t", t);
    }
}
