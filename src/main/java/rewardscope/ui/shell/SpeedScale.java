package rewardscope.ui.shell;

import java.util.Locale;
import rewardscope.sim.Frame;

/// The speed slider's scale: from one act in two seconds at 0, by equal factors, to as fast as it goes at 1.
final class SpeedScale {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST_PACED = 20_000;

    private SpeedScale() {}

    static Frame.Speed at(double position) {
        return position >= 0.995
                ? Frame.Speed.FASTEST
                : new Frame.Speed(SLOWEST * Math.pow(FASTEST_PACED / SLOWEST, position / 0.995));
    }

    static double positionOf(Frame.Speed speed) {
        return speed.flatOut()
                ? 1
                : 0.995 * Math.log(speed.actsPerSecond() / SLOWEST) / Math.log(FASTEST_PACED / SLOWEST);
    }

    static String words(Frame.Speed speed) {
        if (speed.flatOut()) {
            return "as fast as it goes";
        }
        double rate = speed.actsPerSecond();
        if (rate < 0.95) {
            return String.format(Locale.ROOT, "1 act in %.1f s", 1 / rate);
        }
        return rate < 10
                ? String.format(Locale.ROOT, "%.1f acts/s", rate)
                : String.format(Locale.ROOT, "%,.0f acts/s", rate);
    }
}
