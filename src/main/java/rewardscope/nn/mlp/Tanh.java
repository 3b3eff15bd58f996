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
    /// 1/2!, 1/3!, ..., 1/13!
    static final double[] INVERSE_FACTORIAL = inverseFactorials();

    private Tanh() {}

    private static double[] inverseFactorials() {
        var inverse = new double[12];
        double factorial = 1;
        for (int i = 0; i < inverse.length; i++) {
            factorial *= i + 2;
            inverse[i] = 1 / factorial;
        }
        return inverse;
    }

    static double of(double x) {
        double size = Math.abs(x) > SATURATED ? SATURATED : Math.abs(x);
        double y = -2 * size;
        double shifted = Math.fma(y, LOG2_E, ROUND);
        double n = shifted - ROUND;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
        double series = INVERSE_FACTORIAL[11];
        for (int i = 10; i >= 0; i--) {
            series = Math.fma(series, r, INVERSE_FACTORIAL[i]);
        }
        double expm1OfR = Math.fma(series * r, r, r);
        double twoToN = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + (1023L << 52));
        double m = Math.fma(twoToN, expm1OfR, twoToN - 1);
        return Math.copySign(m / (m + 2), x);
    }
}
