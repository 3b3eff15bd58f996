package rewardscope.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rewardscope.ui.stage.Numbers;

/// What a chart says in words: beside its title, and to a screen reader.
final class CurveWords {
    private CurveWords() {}

    /// The value at a place; where several values share the place, their mean and range.
    ///
    /// @param i which place
    /// @param where whether the place is named, too
    static String reading(CurveKind kind, CurveLine line, int i, boolean where) {
        var points = line.points();
        String value = Numbers.brief(points.mean()[i]);
        if (!where) {
            return value;
        }
        String place = place(kind, line, i);
        return points.perBucket() == 1
                ? place + ": " + value
                : place + ": mean " + value + " (" + Numbers.brief(points.min()[i]) + " to "
                        + Numbers.brief(points.max()[i]) + ")";
    }

    /// Such as "Return per episode: 0.66 at episode 15, from −1 at episode 1; between −1 and 1".
    ///
    /// @param lines a curve for each branch
    static String spoken(CurveKind kind, List<CurveLine> lines) {
        String curves = lines.stream().map(line -> spoken(kind, line)).collect(Collectors.joining(". "));
        return kind.title() + ": " + (curves.isEmpty() ? "no values yet" : curves);
    }

    private static String spoken(CurveKind kind, CurveLine line) {
        String branch = line.label().isEmpty() ? "" : "branch " + line.label() + ", ";
        int now = line.past() - 1;
        if (now < 0) {
            return branch + "no values yet";
        }
        var points = line.points();
        String here = branch + Numbers.brief(points.mean()[now]) + " at " + place(kind, line, now);
        return now == 0
                ? here
                : here + ", from " + Numbers.brief(points.mean()[0]) + " at " + place(kind, line, 0) + "; between "
                        + Numbers.brief(line.lowest()) + " and " + Numbers.brief(line.highest());
    }

    private static String place(CurveKind kind, CurveLine line, int i) {
        return kind.unit() + " " + String.format(Locale.ROOT, "%.0f", line.points().x(i));
    }
}
