package rewardscope.ui.share;

import java.util.Locale;
import rewardscope.sim.Curve;
import rewardscope.sim.Frame;
import rewardscope.sim.View;

/// The curves of a run as one tidy table (CSV): a row a point, with its branch and its curve. A long run's curves are kept
/// in buckets: then a row is a bucket, with the mean, least and greatest of its points. Lines that begin with `#` say where
/// it is from.
final class CurveTable {
    private CurveTable() {}

    static String of(Frame frame, Stamp stamp) {
        var out = new StringBuilder();
        out.append("# ").append(stamp.line()).append('\n');
        stamp.experiment().lines().forEach(line -> out.append("# ").append(line).append('\n'));
        out.append("branch,curve,number,act,mean,least,greatest\n");
        for (View view : frame.views()) {
            for (Curve.Points curve : view.curves()) {
                for (int i = 0; i < curve.size(); i++) {
                    out.append(view.label()).append(',')
                            .append(curve.name()).append(',')
                            .append(number(curve.x(i))).append(',')
                            .append(curve.lastAct()[i]).append(',')
                            .append(curve.mean()[i]).append(',')
                            .append(curve.min()[i]).append(',')
                            .append(curve.max()[i]).append('\n');
                }
            }
        }
        return out.toString();
    }

    private static String number(double x) {
        return x == Math.rint(x) ? String.format(Locale.ROOT, "%.0f", x) : Double.toString(x);
    }
}
