package rewardscope.agent.gradient;

import java.util.Arrays;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.MlpPass;
import rewardscope.nn.mlp.Optimiser;

/// A network (with the few further parameters that a policy may have), its gradient, and the optimisers that move it.
///
/// ```java
/// double[] y = learner.forward(x, rows);   // also clears the gradients
/// learner.dOutputs[...] += ...;            // ∂loss/∂y
/// learner.backward();                      // ∂loss/∂θ
/// learner.step(alpha);
/// ```
public final class Learner implements Stateful {
    final Mlp net;
    final double[] further;
    final MlpPass pass;

    /// ∂loss/∂outputs, row after row.
    final double[] dOutputs;

    /// ∂loss/∂θ of the network.
    final double[] gradient;

    /// ∂loss/∂θ₊.
    final double[] dFurther;

    private final Optimiser optimiser;
    private final Optimiser furtherOptimiser;

    /// Makes an optimiser for so many parameters.
    interface Optimising {
        Optimiser of(int parameters);
    }

    /// @param pass by which the network learns; it decides where that is computed
    Learner(MlpPass pass, double[] further, Optimising optimising) {
        this.pass = pass;
        this.further = further;
        net = pass.net();
        dOutputs = new double[pass.capacity() * net.outputs()];
        gradient = new double[net.parameterCount()];
        dFurther = new double[further.length];
        optimiser = optimising.of(net.parameterCount());
        furtherOptimiser = optimising.of(further.length);
    }

    /// [rows][outputs]; clears the gradients.
    double[] forward(double[] x, int rows) {
        Arrays.fill(dOutputs, 0, rows * net.outputs(), 0);
        Arrays.fill(gradient, 0);
        Arrays.fill(dFurther, 0);
        return pass.forward(x, rows);
    }

    void backward() {
        pass.backward(dOutputs, gradient);
    }

    /// ∂loss/∂θ times a factor.
    void scale(double factor) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        for (int i = 0; i < dFurther.length; i++) {
            dFurther[i] *= factor;
        }
    }

    /// θ moves against its gradient.
    void step(double alpha) {
        optimiser.learningRate(alpha);
        furtherOptimiser.learningRate(alpha);
        optimiser.step(net.parameters(), gradient);
        furtherOptimiser.step(further, dFurther);
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("net", net);
        state.numbers("further", further);
        state.part("optimiser", optimiser);
        state.part("furtherOptimiser", furtherOptimiser);
    }
}
