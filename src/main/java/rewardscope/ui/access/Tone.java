package rewardscope.ui.access;

/// How a TD error sounds: 0 is the a above middle c, the largest error so far an octave above it, its negative an octave
/// below. Small errors are soft.
///
/// @param hertz 220 to 880
/// @param loudness 0 to 1
record Tone(double hertz, double loudness) {
    static final int RATE = 22_050;

    private static final double MIDDLE = 440;
    private static final double SOFTEST = 0.15;
    private static final double SECONDS = 0.12;
    private static final double FADE_SECONDS = 0.015;

    /// @param largest magnitude of any TD error so far, this one included
    static Tone of(double tdError, double largest) {
        double share = largest > 0 ? Math.clamp(tdError / largest, -1, 1) : 0;
        return new Tone(MIDDLE * Math.pow(2, share), SOFTEST + (1 - SOFTEST) * Math.abs(share));
    }

    /// 16 bits a sample, the low byte first, one channel, faded in and out so that it does not click.
    byte[] samples() {
        int count = (int) (RATE * SECONDS);
        var bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double fade = Math.min(1, Math.min(i, count - 1 - i) / (RATE * FADE_SECONDS));
            int value = (int) Math.round(9_000 * loudness * fade * Math.sin(2 * Math.PI * hertz * i / RATE));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }
}
