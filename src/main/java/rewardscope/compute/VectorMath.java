package rewardscope.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Transcendental functions from additions, products and shifts only, in every lane the same: the library's own would
/// differ in the last bit between compiled and interpreted code, and so break bit-exact replay.
final class VectorMath {
    static final VectorSpecies<Float> S = Lanes.S;
    static final int L = S.length();
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 0x1.8p23f;

    private VectorMath() {}

    /// exp x within 2 units in the last place for x in [−87, 88]; outside, the value at the nearer end. NaN stays NaN.
    static FloatVector exp(FloatVector x) {
        var low = x.blend(88, x.compare(VectorOperators.GT, 88)); // cheaper than min and max, and keeps NaN
        var y = low.blend(-87, low.compare(VectorOperators.LT, -87));
        var shifted = y.fma(c(LOG2_E), c(ROUND));
        var n = shifted.sub(c(ROUND));
        var r = n.fma(c(-LN2_LOW), n.fma(c(-LN2_HIGH), y));
        var p = c(1 / 5040f);
        p = p.fma(r, c(1 / 720f));
        p = p.fma(r, c(1 / 120f));
        p = p.fma(r, c(1 / 24f));
        p = p.fma(r, c(1 / 6f));
        p = p.fma(r, c(0.5f));
        p = p.fma(r, c(1));
        p = p.fma(r, c(1));
        var twoToN = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(127 << 23);
        return p.mul(twoToN.reinterpretAsFloats());
    }

    /// σ(2u) with u = √(2/π)(x + 0.044715 x³), so that GELU(x) = x σ(2u).
    static FloatVector geluGate(FloatVector x) {
        var x2 = x.mul(x);
        var u = x2.fma(c(EjmlBackend.GELU_CUBE), c(1)).mul(x).mul(c(-2 * EjmlBackend.GELU_SLOPE));
        return c(1).div(exp(u).add(c(1)));
    }

    /// GELU′(x) = s + x s (1 − s) 2u′
    static FloatVector geluSlope(FloatVector x, FloatVector s) {
        var slope = x.mul(x).fma(c(3 * EjmlBackend.GELU_CUBE), c(1)).mul(c(2 * EjmlBackend.GELU_SLOPE));
        return x.mul(s).mul(c(1).sub(s)).fma(slope, s);
    }

    private static FloatVector c(float value) {
        return FloatVector.broadcast(S, value);
    }
}
