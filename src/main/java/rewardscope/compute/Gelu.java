package rewardscope.compute;

import static rewardscope.compute.EjmlBackend.GELU_CUBE;
import static rewardscope.compute.EjmlBackend.GELU_SLOPE;
import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// GELU(x) = ½ x (1 + tanh u) = x σ(2u) with u = √(2/π) (x + 0.044715 x³), and its slope, a chunk that fits in the
/// first cache at a time.
final class Gelu {
    private static final int CHUNK = 512; // a multiple of any number of lanes
    private static final FloatVector ONE = FloatVector.broadcast(S, 1);

    private final float[] e = new float[CHUNK]; // exp(−2u)
    private final float[] rest = new float[L]; // x, and then what came of it, where a vector is too long
    private final float[] restOfDy = new float[L];

    /// y = GELU(x) for the elements from .. to; y may be x.
    void of(float[] x, float[] y, int from, int to) {
        int whole = to - (to - from) % L;
        for (int at = from; at < whole; at += CHUNK) {
            chunk(x, y, at, Math.min(CHUNK, whole - at));
        }
        if (whole < to) {
            System.arraycopy(x, whole, rest, 0, to - whole);
            chunk(rest, rest, 0, L);
            System.arraycopy(rest, 0, y, whole, to - whole);
        }
    }

    private void chunk(float[] x, float[] y, int at, int n) {
        exponentials(x, at, n);
        for (int i = 0; i < n; i += L) {
            var s = ONE.div(FloatVector.fromArray(S, e, i).add(1));
            FloatVector.fromArray(S, x, at + i).mul(s).intoArray(y, at + i);
        }
    }

    /// dx = dy · GELU′(x) for the elements from .. to, GELU′ = s + x s (1 − s) 2u′ with s = σ(2u); dx may be dy.
    void backward(float[] x, float[] dy, float[] dx, int from, int to) {
        int whole = to - (to - from) % L;
        for (int at = from; at < whole; at += CHUNK) {
            backwardChunk(x, dy, dx, at, Math.min(CHUNK, whole - at));
        }
        if (whole < to) {
            System.arraycopy(x, whole, rest, 0, to - whole);
            System.arraycopy(dy, whole, restOfDy, 0, to - whole);
            backwardChunk(rest, restOfDy, rest, 0, L);
            System.arraycopy(rest, 0, dx, whole, to - whole);
        }
    }

    private void backwardChunk(float[] x, float[] dy, float[] dx, int at, int n) {
        exponentials(x, at, n);
        for (int i = 0; i < n; i += L) {
            var v = FloatVector.fromArray(S, x, at + i);
            var s = ONE.div(FloatVector.fromArray(S, e, i).add(1));
            var slope = v.mul(v).fma(3 * GELU_CUBE, 1).mul(2 * GELU_SLOPE);
            var gradient = v.mul(s).mul(ONE.sub(s)).fma(slope, s);
            FloatVector.fromArray(S, dy, at + i).mul(gradient).intoArray(dx, at + i);
        }
    }

    /// e = exp(−2u), so that σ(2u) = 1 / (1 + e)
    private void exponentials(float[] x, int at, int n) {
        for (int i = 0; i < n; i += L) {
            var v = FloatVector.fromArray(S, x, at + i);
            v.mul(v).fma(GELU_CUBE, 1).mul(v).mul(-2 * GELU_SLOPE).intoArray(e, i);
        }
        VectorMath.exp(e, 0, n / L);
    }
}
