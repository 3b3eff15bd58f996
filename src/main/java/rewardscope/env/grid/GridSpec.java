package rewardscope.env.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// A `gridworld` or a `maze` as its author wrote it; the rules are in the description of the package.
///
/// @param maze whether it is drawn as a maze
/// @param layout the rows of characters, top row first
/// @param cells what the characters besides `#`, `.` and `S` mean
/// @param moves 4, 8 (king's) or 9 (king's and stay)
/// @param noise the probability that a move slips to a side
/// @param wind how many cells each column's wind pushes upward; empty for no wind
/// @param stochasticWind whether the wind is one weaker or one stronger a third of the time each
/// @param startState the name (`"row,column"`) of the only start, in place of the layout's
public record GridSpec(
        boolean maze,
        List<String> layout,
        Map<Character, CellSpec> cells,
        double stepReward,
        double bumpReward,
        int moves,
        double noise,
        List<Integer> wind,
        boolean stochasticWind,
        int maxSteps,
        Optional<String> startState)
        implements EnvironmentSpec {
    public GridSpec {
        layout = List.copyOf(layout);
        cells = Map.copyOf(cells);
        wind = List.copyOf(wind);
    }

    @Override
    public String type() {
        return maze ? "maze" : "gridworld";
    }

    @Override
    public List<Fault> faults() {
        return GridFaults.of(this);
    }

    @Override
    public FiniteEnvironment create(RandomStream random) {
        var world = new GridWorld(this);
        return new MdpEnvironment(world.model(), world.layout(), maxSteps, random);
    }

    /// Everything at its default but the layout, given as lines.
    public static Builder of(String layout) {
        return new Builder(layout.strip().lines().map(String::strip).toList());
    }

    /// Sets key after key, each at its default until then.
    public static final class Builder {
        private final List<String> layout;
        private final Map<Character, CellSpec> cells = new LinkedHashMap<>();
        private boolean maze;
        private double stepReward;
        private double bumpReward;
        private int moves = 4;
        private double noise;
        private List<Integer> wind = List.of();
        private boolean stochasticWind;
        private int maxSteps = MdpEnvironment.UNLIMITED;
        private Optional<String> startState = Optional.empty();

        public Builder(List<String> layout) {
            this.layout = new ArrayList<>(layout);
        }

        public Builder maze(boolean maze) {
            this.maze = maze;
            return this;
        }

        public Builder cell(char symbol, CellSpec cell) {
            cells.put(symbol, cell);
            return this;
        }

        public Builder stepReward(double stepReward) {
            this.stepReward = stepReward;
            return this;
        }

        public Builder bumpReward(double bumpReward) {
            this.bumpReward = bumpReward;
            return this;
        }

        public Builder moves(int moves) {
            this.moves = moves;
            return this;
        }

        public Builder noise(double noise) {
            this.noise = noise;
            return this;
        }

        public Builder wind(List<Integer> wind) {
            this.wind = wind;
            return this;
        }

        public Builder stochasticWind(boolean stochasticWind) {
            this.stochasticWind = stochasticWind;
            return this;
        }

        public Builder maxSteps(int maxSteps) {
            this.maxSteps = maxSteps;
            return this;
        }

        public Builder startState(String name) {
            startState = Optional.of(name);
            return this;
        }

        public GridSpec build() {
            return new GridSpec(
                    maze, layout, cells, stepReward, bumpReward, moves, noise, wind, stochasticWind, maxSteps,
                    startState);
        }
    }
}
