package rewardscope.env.track;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// A `linear-track` with `continuous: true`: a position between 0 (the start) and 1 (the food).
///
/// @param step how far one action moves
/// @param startState the position to start from, in place of 0
public record ContinuousTrackSpec(
        double step, double goalReward, double stepReward, int maxSteps, OptionalDouble startState)
        implements EnvironmentSpec {
    /// Everything at its default.
    public static final ContinuousTrackSpec DEFAULT =
            new ContinuousTrackSpec(0.1, 1, 0, MdpEnvironment.UNLIMITED, OptionalDouble.empty());

    @Override
    public String type() {
        return "linear-track";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!(step > 0 && step <= 1)) {
            faults.add(new Fault(List.of("step"), "expected a length above 0 and up to 1, found " + step));
        }
        if (maxSteps < 1) {
            faults.add(new Fault(List.of("max-steps"), "expected a whole number of at least 1, found " + maxSteps));
        }
        double start = startState.orElse(0);
        if (!(start >= 0 && start < 1)) {
            faults.add(new Fault(
                    List.of("start-state"), "expected a position from 0 to below 1 (the food), found " + start));
        }
        return List.copyOf(faults);
    }

    @Override
    public ContinuousTrack create(RandomStream random) {
        return new ContinuousTrack(this);
    }
}
