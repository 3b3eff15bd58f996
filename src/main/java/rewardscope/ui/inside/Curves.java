package rewardscope.ui.inside;

import java.util.Optional;
import rewardscope.sim.Curve;
import rewardscope.sim.View;

/// The curves of a view by name.
final class Curves {
    private Curves() {}

    static Optional<Curve.Points> named(View view, String name) {
        return view.curves().stream()
                .filter(curve -> curve.name().equals(name) && curve.size() > 0)
                .findFirst();
    }

    static double last(Curve.Points points) {
        return points.mean()[points.size() - 1];
    }
}
