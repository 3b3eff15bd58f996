package rewardscope.agent.approximation;

import java.util.Arrays;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Replays;
import rewardscope.agent.TargetNetwork;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;

/// What can be asked of an agent with a Q-network between two acts: values, the ε-greedy policy, the replay buffer, the
/// target network. The algorithm itself is in the file of its name.
abstract class QNetworkAgent
        implements Agent,
                ActionValues,
                ActionProbabilities,
                ObservationValues,
                ObservationPolicy,
                Replays,
                TargetNetwork {
    final Sight sight;
    final Hyperparameters hyperparameters;
    final HyperParameter epsilon;
    final int actions;
    final QNetworks nets;
    final ReplayBuffer replay;

    QNetworkAgent(AgentSettings settings) {
        sight = new Sight(settings.environment(), settings.flag(Dqn.SCALE.name()));
        hyperparameters = settings.hyperparameters();
        epsilon = settings.hyper(ParameterSpec.EPSILON);
        actions = sight.actionCount();
        nets = new QNetworks(settings, sight.width(), actions);
        replay = new ReplayBuffer(settings.count(Dqn.REPLAY.name()), sight.width());
    }

    @Override
    public final Replays.Contents replay(int most) {
        return replay.contents(most);
    }

    @Override
    public final double[] onlineValues(double[] observation) {
        return nets.one.forward(sight.see(observation), 1).clone();
    }

    @Override
    public final double[] targetValues(double[] observation) {
        return nets.targetOne.forward(sight.see(observation), 1).clone();
    }

    @Override
    public final double distance() {
        return nets.distance();
    }

    @Override
    public final double value(double[] observation) {
        return Arrays.stream(nets.one.forward(sight.see(observation), 1)).max().orElseThrow();
    }

    @Override
    public final double[] policyAt(double[] observation) {
        return epsilonGreedy(nets.one.forward(sight.see(observation), 1));
    }

    private double[] epsilonGreedy(double[] q) {
        var policy = new double[actions];
        Arrays.fill(policy, epsilon.value() / actions);
        policy[DqnTarget.best(q, 0, actions)] += 1 - epsilon.value();
        return policy;
    }

    @Override
    public final double[] policy(int state) {
        boolean terminal = environment() instanceof FiniteEnvironment world
                && world.model().terminal(state);
        return terminal ? new double[actions] : epsilonGreedy(nets.one.forward(sight.indicator(state), 1));
    }

    /// By state in a finite world; empty where states are real numbers.
    @Override
    public final double[][] q() {
        if (!(environment() instanceof FiniteEnvironment world)) {
            return new double[0][];
        }
        var q = new double[world.model().states()][];
        for (int state = 0; state < q.length; state++) {
            q[state] = world.model().terminal(state)
                    ? new double[actions]
                    : nets.one.forward(sight.indicator(state), 1).clone();
        }
        return q;
    }

    @Override
    public final String backend() {
        return nets.backend();
    }

    @Override
    public final void close() {
        nets.close();
    }

    @Override
    public final Environment environment() {
        return sight.environment();
    }

    @Override
    public final Hyperparameters hyperparameters() {
        return hyperparameters;
    }
}
