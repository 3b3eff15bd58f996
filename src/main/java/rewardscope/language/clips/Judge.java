package rewardscope.language.clips;

import java.util.Arrays;
import rewardscope.language.loss.BradleyTerry;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;
import rewardscope.nn.mlp.Activation;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.GradientClipping;
import rewardscope.nn.mlp.HostPass;
import rewardscope.nn.mlp.Initialisation;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.MlpPass;
import rewardscope.nn.mlp.Passes;

/// A reward that is learned, r̂(o, a), and the memory of what happened lately.
final class Judge implements Stateful {
    private static final int REMEMBERED = 4000;
    private static final int HIDDEN = 32;

    final int width;
    private final Mlp net;
    private final Passes passes;
    private final HostPass one;
    private final MlpPass many;
    private final Adam adam;
    private final double[] gradient;
    private final double[] dOutputs;
    private final double[][] features;
    private final double[] trueReward;
    private final boolean[] last;
    private int next;
    private int size;

    /// What r̂ is divided by, so that its mean square over the memory is 1.
    private double scale = 1;

    double gradientNorm;

    /// @param width numbers in what is seen and done together
    /// @param rows the most steps in a minibatch
    /// @param passes where minibatches go through; closed with it
    Judge(int width, int rows, RandomStream random, Passes passes) {
        this.width = width;
        net = new Mlp(Activation.TANH, width, HIDDEN, HIDDEN, 1);
        Initialisation.orthogonal(net, Math.sqrt(2), 0.1, random);
        this.passes = passes;
        one = new HostPass(net, 1);
        many = passes.of(net, rows);
        adam = Adam.of(net.parameterCount(), 0);
        gradient = new double[net.parameterCount()];
        dOutputs = new double[rows];
        features = new double[REMEMBERED][width];
        trueReward = new double[REMEMBERED];
        last = new boolean[REMEMBERED];
    }

    /// Remembers one step and says what it is worth.
    double reward(double[] seenAndDone, double truth, boolean ended) {
        System.arraycopy(seenAndDone, 0, features[next], 0, width);
        trueReward[next] = truth;
        last[next] = ended;
        next = (next + 1) % REMEMBERED;
        size = Math.min(REMEMBERED, size + 1);
        return one.forward(seenAndDone, 1)[0] / scale;
    }

    int size() {
        return size;
    }

    /// A clip from anywhere in the memory; it is shorter where the episode ends first.
    Clip clip(int length, RandomStream random) {
        int oldest = size < REMEMBERED ? 0 : next;
        int from = random.below(size);
        int n = 0;
        double sum = 0;
        var row = new double[length * width];
        while (n < length && from + n < size) {
            int at = (oldest + from + n) % REMEMBERED;
            System.arraycopy(features[at], 0, row, n * width, width);
            sum += trueReward[at];
            n++;
            if (last[at]) {
                break;
            }
        }
        return new Clip(n, Arrays.copyOf(row, n * width), sum);
    }

    /// Σ r̂ over a clip, as the loss sees it (not divided).
    double sum(Clip clip) {
        double sum = 0;
        double[] r = many.forward(clip.features(), clip.steps());
        for (int i = 0; i < clip.steps(); i++) {
            sum += r[i];
        }
        return sum;
    }

    /// One step down the Bradley-Terry loss of these pairs: P(chosen ≻ rejected) = σ(Σ r̂ chosen − Σ r̂ rejected).
    BradleyTerry learn(Clip[] chosen, Clip[] rejected, double alpha) {
        int rows = 0;
        for (int i = 0; i < chosen.length; i++) {
            rows += chosen[i].steps() + rejected[i].steps();
        }
        var x = new double[rows * width];
        int at = 0;
        for (int i = 0; i < chosen.length; i++) {
            for (Clip clip : new Clip[] {chosen[i], rejected[i]}) {
                System.arraycopy(clip.features(), 0, x, at * width, clip.features().length);
                at += clip.steps();
            }
        }
        double[] r = many.forward(x, rows);
        var sums = new double[2][chosen.length];
        at = 0;
        for (int i = 0; i < chosen.length; i++) {
            for (int side = 0; side < 2; side++) {
                int n = (side == 0 ? chosen[i] : rejected[i]).steps();
                for (int t = 0; t < n; t++) {
                    sums[side][i] += r[at++];
                }
            }
        }
        var loss = BradleyTerry.of(sums[0], sums[1]);
        at = 0;
        for (int i = 0; i < chosen.length; i++) {
            for (int side = 0; side < 2; side++) {
                int n = (side == 0 ? chosen[i] : rejected[i]).steps();
                for (int t = 0; t < n; t++) {
                    dOutputs[at++] = side == 0 ? loss.dChosen()[i] : loss.dRejected()[i];
                }
            }
        }
        Arrays.fill(gradient, 0);
        many.backward(dOutputs, gradient);
        gradientNorm = GradientClipping.globalNorm(5, gradient);
        adam.learningRate(alpha);
        adam.step(net.parameters(), gradient);
        return loss;
    }

    /// Brings the mean square of r̂ over the memory to 1. Nothing is taken away: where episodes end, it matters whether a
    /// step is worth more than none.
    void rescale() {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double r = one.forward(features[i], 1)[0];
            squares += r * r / size;
        }
        scale = Math.sqrt(squares) + 1e-3;
    }

    /// How well r̂ follows the true reward over the memory: Pearson's correlation; 0 where either does not vary.
    double correlation() {
        double meanR = 0;
        double meanT = 0;
        var r = new double[size];
        for (int i = 0; i < size; i++) {
            r[i] = one.forward(features[i], 1)[0];
            meanR += r[i] / size;
            meanT += trueReward[i] / size;
        }
        double both = 0;
        double rr = 0;
        double tt = 0;
        for (int i = 0; i < size; i++) {
            both += (r[i] - meanR) * (trueReward[i] - meanT);
            rr += (r[i] - meanR) * (r[i] - meanR);
            tt += (trueReward[i] - meanT) * (trueReward[i] - meanT);
        }
        return rr > 0 && tt > 0 ? both / Math.sqrt(rr * tt) : 0;
    }

    void close() {
        passes.close();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("net", net);
        state.part("adam", adam);
        state.matrix("features", features);
        state.numbers("trueReward", trueReward);
        for (int i = 0; i < last.length; i++) {
            last[i] = state.flag("last", last[i]);
        }
        next = state.integer("next", next);
        size = state.integer("size", size);
        scale = state.number("scale", scale);
    }
}
