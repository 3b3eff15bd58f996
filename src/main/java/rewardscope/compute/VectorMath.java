package rewardscope.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Transcendental functions from additions, products and shifts only, in every lane the same: the library's own would
/// differ in the last bit between compiled and interpreted code, and so break bit-exact replay.
///
/// They work on arrays, and their loops call nothing but the library. A function from vector to vector would read
/// better, but as soon as it has been compiled by itself the compiler may refuse to inline it, and then each vector that
/// goes in or out is an object on the heap: whether it happens depends on what was compiled first.
final class VectorMath {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = S.length();
    private static final float LOG2_E = 1.442695f;
    private static final float ROUND = 0x1.8p23f;
    private static final FloatVector MINUS_LN2_HIGH = FloatVector.broadcast(S, -0.693359375f);
    private static final FloatVector MINUS_LN2_LOW = FloatVector.broadcast(S, 2.12194440e-4f);
    private static final FloatVector ONE = FloatVector.broadcast(S, 1);
    private static final FloatVector PER_2 = FloatVector.broadcast(S, 1 / 2f);
    private static final FloatVector PER_6 = FloatVector.broadcast(S, 1 / 6f);
    private static final FloatVector PER_24 = FloatVector.broadcast(S, 1 / 24f);
    private static final FloatVector PER_120 = FloatVector.broadcast(S, 1 / 120f);
    private static final FloatVector PER_720 = FloatVector.broadcast(S, 1 / 720f);
    private static final FloatVector PER_5040 = FloatVector.broadcast(S, 1 / 5040f);

    private VectorMath() {}

    /// x ← exp x within 2 units in the last place for x in [−87, 88]; outside, the value at the nearer end. NaN stays
    /// NaN.
    ///
    /// @param vectors how many whole vectors, from `at` on
    static void exp(float[] x, int at, int vectors) {
        for (int i = at; i < at + vectors * L; i += L) {
            var v = FloatVector.fromArray(S, x, i);
            var low = v.blend(88, v.compare(VectorOperators.GT, 88)); // cheaper than min and max, and keeps NaN
            var y = low.blend(-87, low.compare(VectorOperators.LT, -87));
            var shifted = y.fma(LOG2_E, ROUND);
            var n = shifted.sub(ROUND);
            var r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, y));
            var p = PER_5040.fma(r, PER_720);
            p = p.fma(r, PER_120);
            p = p.fma(r, PER_24);
            p = p.fma(r, PER_6);
            p = p.fma(r, PER_2);
            p = p.fma(r, ONE);
            p = p.fma(r, ONE);
            var twoToN = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(127 << 23);
            p.mul(twoToN.reinterpretAsFloats()).intoArray(x, i);
        }
    }
}
