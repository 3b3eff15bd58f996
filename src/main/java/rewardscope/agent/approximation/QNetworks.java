package rewardscope.agent.approximation;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;
import rewardscope.nn.mlp.Activation;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.HostPass;
import rewardscope.nn.mlp.Initialisation;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.MlpPass;
import rewardscope.nn.mlp.Passes;

/// The network that learns Q(S, ·, w), its slower copy w⁻, and the room for a pass of one observation and of a minibatch.
final class QNetworks implements Stateful {
    /// w
    final Mlp online;

    /// w⁻
    final Mlp target;

    /// One observation through w.
    final HostPass one;

    /// One observation through w⁻.
    final HostPass targetOne;

    /// A minibatch of S through w.
    final MlpPass batch;

    /// A minibatch of S′ through w.
    final MlpPass batchNext;

    /// A minibatch of S′ through w⁻.
    final MlpPass targetNext;

    /// ∂loss/∂w
    final double[] gradient;

    private final Adam optimiser;
    private final Passes passes;

    QNetworks(AgentSettings settings, int width, int actions) {
        online = network(settings.counts(Dqn.HIDDEN.name()), width, actions);
        Initialisation.uniform(online, settings.random("initialisation"));
        target = online.copy();
        int rows = settings.count(Dqn.BATCH.name());
        passes = Passes.on(settings.compute());
        one = new HostPass(online, 1);
        targetOne = new HostPass(target, 1);
        batch = passes.of(online, rows);
        batchNext = passes.of(online, rows);
        targetNext = passes.of(target, rows);
        optimiser = Adam.of(online.parameterCount(), 0);
        gradient = new double[online.parameterCount()];
    }

    private static Mlp network(List<Integer> hidden, int width, int actions) {
        var widths = new int[hidden.size() + 2];
        widths[0] = width;
        for (int i = 0; i < hidden.size(); i++) {
            widths[i + 1] = hidden.get(i);
        }
        widths[hidden.size() + 1] = actions;
        return new Mlp(Activation.RELU, widths);
    }

    /// ∂loss/∂w from ∂loss/∂Q of the minibatch.
    ///
    /// @param dq row after row
    void backward(double[] dq) {
        Arrays.fill(gradient, 0);
        batch.backward(dq, gradient);
    }

    /// w moves against its gradient.
    void step(double alpha) {
        optimiser.learningRate(alpha);
        optimiser.step(online.parameters(), gradient);
    }

    /// w⁻ ← w
    void copy() {
        target.copyFrom(online);
    }

    /// w⁻ ← w⁻ + τ (w − w⁻)
    void follow(double tau) {
        target.polyak(tau, online);
    }

    /// Where minibatches are computed, as results name it.
    String backend() {
        return passes.name();
    }

    void close() {
        passes.close();
    }

    /// ‖w − w⁻‖
    double distance() {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            double d = online.parameters()[i] - target.parameters()[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("online", online);
        state.part("target", target);
        state.part("optimiser", optimiser);
    }
}
