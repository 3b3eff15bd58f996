package rewardscope.nn.mlp;

import java.util.Arrays;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// A dense network: hidden layers y = f(x W + b), and an output layer without activation.
///
/// Its parameters θ are one flat vector, layer after layer: first the weights feature-major, `W[in][out]`, then the
/// biases. Reading and writing that vector is how optimisers, line searches and target networks work.
public final class Mlp implements Stateful {
    private final Activation hidden;
    private final int[] widths;
    private final int[] offsets; // where each layer's weights begin in θ
    private final double[] theta;

    /// @param hidden the activation of every layer but the last
    /// @param widths inputs, hidden layers, outputs
    public Mlp(Activation hidden, int... widths) {
        if (widths.length < 2) {
            throw new IllegalArgumentException("a network needs the number of its inputs and of its outputs");
        }
        this.hidden = hidden;
        this.widths = widths.clone();
        offsets = new int[widths.length];
        for (int l = 0; l < layers(); l++) {
            offsets[l + 1] = offsets[l] + (widths[l] + 1) * widths[l + 1];
        }
        theta = new double[offsets[layers()]];
    }

    /// A network of the same shape with the same parameters, sharing nothing.
    public Mlp copy() {
        var copy = new Mlp(hidden, widths);
        copy.copyFrom(this);
        return copy;
    }

    /// θ ← θ of `source`, a network of the same shape.
    public void copyFrom(Mlp source) {
        System.arraycopy(source.theta, 0, theta, 0, theta.length);
    }

    /// θ ← (1 − tau) θ + tau θ of `source`: the soft update of a target network.
    public void polyak(double tau, Mlp source) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = (1 - tau) * theta[i] + tau * source.theta[i];
        }
    }

    public Activation hidden() {
        return hidden;
    }

    public int inputs() {
        return widths[0];
    }

    public int outputs() {
        return widths[layers()];
    }

    /// Number of weight matrices.
    public int layers() {
        return widths.length - 1;
    }

    /// Width of the values that go into layer `l`; `width(layers())` is the number of outputs.
    public int width(int l) {
        return widths[l];
    }

    public int parameterCount() {
        return theta.length;
    }

    /// θ itself, not a copy: what is written here is what the network computes with.
    public double[] parameters() {
        return theta;
    }

    /// Where the weight from input `in` to output `out` of layer `l` stands in θ (and in a gradient).
    public int weightIndex(int l, int in, int out) {
        return offsets[l] + in * widths[l + 1] + out;
    }

    /// Where the bias of output `out` of layer `l` stands in θ (and in a gradient).
    public int biasIndex(int l, int out) {
        return offsets[l] + widths[l] * widths[l + 1] + out;
    }

    /// The weights of layer `l` as `W[out][in]`, the way equations are printed: y = W x + b. A copy.
    public double[][] weights(int l) {
        return weightsOf(theta, l);
    }

    /// The part of a flat vector (θ or a gradient) that belongs to the weights of layer `l`, as `W[out][in]`. A copy.
    public double[][] weightsOf(double[] flat, int l) {
        var w = new double[widths[l + 1]][widths[l]];
        for (int out = 0; out < widths[l + 1]; out++) {
            for (int in = 0; in < widths[l]; in++) {
                w[out][in] = flat[weightIndex(l, in, out)];
            }
        }
        return w;
    }

    /// The part of a flat vector that belongs to the biases of layer `l`. A copy.
    public double[] biasesOf(double[] flat, int l) {
        int first = biasIndex(l, 0);
        return Arrays.copyOfRange(flat, first, first + widths[l + 1]);
    }

    /// @param w `W[out][in]`, not modified
    /// @param b a bias for each output, not modified
    public void setLayer(int l, double[][] w, double[] b) {
        for (int out = 0; out < widths[l + 1]; out++) {
            for (int in = 0; in < widths[l]; in++) {
                theta[weightIndex(l, in, out)] = w[out][in];
            }
            theta[biasIndex(l, out)] = b[out];
        }
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("parameters", theta);
    }
}
