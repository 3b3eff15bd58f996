package rewardscope.env.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// A `linear-track` of cells: 0 is the start, the food is in the last one.
///
/// @param states the number of cells, at least 2
/// @param startState the number of the cell to start in, in place of 0
public record TrackSpec(
        int states, double goalReward, double stepReward, int maxSteps, Optional<String> startState)
        implements EnvironmentSpec {
    private static final int UP = 0;
    private static final int DOWN = 1;

    /// Everything at its default but the number of cells.
    public static TrackSpec of(int states) {
        return new TrackSpec(states, 1, 0, MdpEnvironment.UNLIMITED, Optional.empty());
    }

    @Override
    public String type() {
        return "linear-track";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (states < 2) {
            faults.add(new Fault(List.of("states"), "expected at least 2 cells, found " + states));
        }
        if (maxSteps < 1) {
            faults.add(new Fault(List.of("max-steps"), "expected a whole number of at least 1, found " + maxSteps));
        }
        if (startState.isPresent() && startCell() < 0) {
            faults.add(new Fault(
                    List.of("start-state"),
                    "expected a cell from 0 to " + (states - 2) + " (the food is in cell " + (states - 1) + "), found "
                            + startState.get()));
        }
        return List.copyOf(faults);
    }

    /// The cell to start in, −1 if there is none of that name.
    private int startCell() {
        String name = startState.orElse("0");
        for (int s = 0; s < states - 1; s++) {
            if (name.equals(Integer.toString(s))) {
                return s;
            }
        }
        return -1;
    }

    @Override
    public FiniteEnvironment create(RandomStream random) {
        int goal = states - 1;
        var terminal = new boolean[states];
        terminal[goal] = true;
        return new MdpEnvironment(model(), new Layout.Track(states, terminal, goal), maxSteps, random);
    }

    private FiniteMdp model() {
        int goal = states - 1;
        var builder = new FiniteMdp.Builder(states, List.of("up", "down"));
        for (int s = 0; s < goal; s++) {
            boolean food = s + 1 == goal;
            double reward = stepReward + (food ? goalReward : 0);
            builder.outcome(s, UP, new FiniteMdp.Outcome(s + 1, 1, reward, food));
            builder.outcome(s, DOWN, new FiniteMdp.Outcome(Math.max(0, s - 1), 1, stepReward, false));
        }
        return builder.start(startCell(), 1).build();
    }
}
