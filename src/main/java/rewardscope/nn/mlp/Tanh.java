package rewardscope.nn.mlp;

/// tanh x = −m / (m + 2) with m = exp(−2|x|) − 1, and the sign of x; within 4 units in the last place.
///
/// The exponential is 2^n · e^r with |r| ≤ ln 2 / 2, and e^r − 1 = r + r²/2! + ... + r¹³/13!, Horner's way. Written with
/// additions, products and fused multiply-adds only, because those are the same in every lane of every machine; the
/// library's own tanh is not.
final class Tanh {
    static final double LOG2_E = 1.4426950408889634;
    static final double LN2_HIGH = 6.93147180369123816490e-01;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    /// Adding this rounds to an integer and leaves it in the low bits.
    static final double ROUND = 0x1.8p52;
    /// Beyond this, tanh x rounds to 1.
    static final double SATURATED = 20;
    // 1/2!, 1/3!, ..., 1/13!
    static final double I2 = 1.0 / 2;
    static final double I3 = 1.0 / 6;
    static final double I4 = 1.0 / 24;
    static final double I5 = 1.0 / 120;
    static final double I6 = 1.0 / 720;
    static final double I7 = 1.0 / 5040;
    static final double I8 = 1.0 / 40320;
    static final double I9 = 1.0 / 362880;
    static final double I10 = 1.0 / 3628800;
    static final double I11 = 1.0 / 39916800;
    static final double I12 = 1.0 / 479001600;
    static final double I13 = 1.0 / 6227020800L;

    private Tanh() {}

    static double of(double x) {
        double size = Math.min(Math.abs(x), SATURATED);
        double y = -2 * size;
        double shifted = Math.fma(y, LOG2_E, ROUND);
        double n = shifted - ROUND;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
        double series = I13;
        series = Math.fma(series, r, I12);
        series = Math.fma(series, r, I11);
        series = Math.fma(series, r, I10);
        series = Math.fma(series, r, I9);
        series = Math.fma(series, r, I8);
        series = Math.fma(series, r, I7);
        series = Math.fma(series, r, I6);
        series = Math.fma(series, r, I5);
        series = Math.fma(series, r, I4);
        series = Math.fma(series, r, I3);
        series = Math.fma(series, r, I2);
        double expm1OfR = Math.fma(series * r, r, r);
        double twoToN = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + (1023L << 52));
        double m = Math.fma(twoToN, expm1OfR, twoToN - 1);
        return Math.copySign(m / (m + 2), x);
    }
}
