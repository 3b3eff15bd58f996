package rewardscope.nn.mlp;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import rewardscope.math.RandomStream;

/// How a network's weights begin.
public final class Initialisation {
    private Initialisation() {}

    /// Orthogonal weights (Saxe et al. 2014) times a gain, zero biases: the usual start of PPO and TRPO.
    ///
    /// @param hiddenGain gain of every layer but the last, usually √2
    /// @param outputGain gain of the last layer: 0.01 for a policy, 1 for a value
    public static void orthogonal(Mlp net, double hiddenGain, double outputGain, RandomStream random) {
        for (int l = 0; l < net.layers(); l++) {
            double gain = l == net.layers() - 1 ? outputGain : hiddenGain;
            net.setLayer(l, orthogonal(net.width(l + 1), net.width(l), gain, random), new double[net.width(l + 1)]);
        }
    }

    /// W[out][in] with orthonormal rows (or columns, whichever are fewer), times the gain.
    public static double[][] orthogonal(int out, int in, double gain, RandomStream random) {
        boolean wide = out < in;
        int tall = Math.max(out, in);
        int few = Math.min(out, in);
        var gaussian = new DMatrixRMaj(tall, few);
        for (int i = 0; i < gaussian.getNumElements(); i++) {
            gaussian.set(i, random.gaussian());
        }
        var qr = DecompositionFactory_DDRM.qr(tall, few);
        if (!qr.decompose(gaussian)) {
            throw new IllegalStateException("a Gaussian matrix without QR decomposition");
        }
        var q = qr.getQ(null, true);
        var r = qr.getR(null, true);
        var w = new double[out][in];
        for (int i = 0; i < tall; i++) {
            for (int j = 0; j < few; j++) {
                double value = gain * q.get(i, j) * Math.signum(r.get(j, j)); // signs made uniform over rotations
                w[wide ? j : i][wide ? i : j] = value;
            }
        }
        return w;
    }

    /// Weights and biases uniform in ±1/√in, as PyTorch begins a linear layer: the usual start of DQN.
    public static void uniform(Mlp net, RandomStream random) {
        double[] theta = net.parameters();
        for (int l = 0; l < net.layers(); l++) {
            double bound = 1 / Math.sqrt(net.width(l));
            int end = net.biasIndex(l, 0) + net.width(l + 1);
            for (int i = net.weightIndex(l, 0, 0); i < end; i++) {
                theta[i] = random.uniform(-bound, bound);
            }
        }
    }
}
