package rewardscope.nn.mlp;

/// tanh x by the addition theorem, within 4 units in the last place.
///
/// With |x| = n ln 2 / 2 + z, |z| ≤ ln 2 / 4, tanh of the first part is (1 − 2⁻ⁿ) / (1 + 2⁻ⁿ), and tanh of the second is
/// Lambert's continued fraction z / (1 + z² / (3 + z² / (5 + ...))), broken off after 11, which is z P(z²) / Q(z²) with
/// whole coefficients. One division then gives
///
/// tanh |x| = [ (1 − 2⁻ⁿ) Q + (1 + 2⁻ⁿ) z P ] / [ (1 + 2⁻ⁿ) Q + (1 − 2⁻ⁿ) z P ]
///
/// Written with additions, products, a quotient and fused multiply-adds only, because those are the same in every lane
/// of every machine; the library's own tanh is not.
final class Tanh {
    /// 2 / ln 2
    static final double PER_HALF_LN2 = 2.8853900817779268;
    /// ln 2 / 2 in two parts: multiples of the first are exact.
    static final double HALF_LN2_HIGH = 6.93147180369123816490e-01 / 2;
    static final double HALF_LN2_LOW = 1.90821492927058770002e-10 / 2;
    /// Adding this rounds to an integer and leaves it in the low bits.
    static final double ROUND = 0x1.8p52;
    /// Beyond this, tanh x rounds to 1.
    static final double SATURATED = 20;
    // P = 10395 + 1260 z² + 21 z⁴, Q = 10395 + 4725 z² + 210 z⁴ + z⁶
    static final double P0 = 10395;
    static final double P1 = 1260;
    static final double P2 = 21;
    static final double Q1 = 4725;
    static final double Q2 = 210;

    private Tanh() {}

    static double of(double x) {
        double size = Math.min(Math.abs(x), SATURATED);
        double shifted = Math.fma(size, PER_HALF_LN2, ROUND);
        double n = shifted - ROUND;
        double z = Math.fma(n, -HALF_LN2_LOW, Math.fma(n, -HALF_LN2_HIGH, size));
        double s = z * z;
        double zp = Math.fma(Math.fma(s, P2, P1), s, P0) * z;
        double q = Math.fma(Math.fma(s + Q2, s, Q1), s, P0);
        double twoToMinusN = Double.longBitsToDouble((1023L << 52) - (Double.doubleToRawLongBits(shifted) << 52));
        double up = 1 + twoToMinusN;
        double down = 1 - twoToMinusN;
        double t = Math.fma(down, q, up * zp) / Math.fma(up, q, down * zp);
        return Math.copySign(t, x);
    }
}
