package rewardscope.agent.approximation;

import rewardscope.agent.AgentSettings;
import rewardscope.agent.ParameterSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.VectorEnvironment;

/// x(s): which binary features are on in a state. The same number of them is on everywhere.
public interface Features {
    ParameterSpec.Count TILINGS = new ParameterSpec.Count(
            "tilings", 8, 1, 1024, "Tile coding: grids laid over the observations, each shifted a little");
    ParameterSpec.Count TILES =
            new ParameterSpec.Count("tiles", 8, 1, 1024, "Tile coding: tiles along each dimension of a grid");

    /// All features there are.
    int count();

    /// How many are on at a time.
    int active();

    /// Finds the features that are on.
    ///
    /// @param observation what is seen
    /// @param on the first [#active] entries are written
    void find(double[] observation, int[] on);

    /// Tile coding for observations, the indicator of the state in a finite world.
    static Features of(Sight sight, AgentSettings settings) {
        return sight.environment() instanceof VectorEnvironment world
                ? new TileCoding(
                        world.observationRanges(), settings.count(TILINGS.name()), settings.count(TILES.name()))
                : new States(((FiniteEnvironment) sight.environment()).model().states());
    }

    /// One feature a state: then a linear method is a table.
    record States(int count) implements Features {
        @Override
        public int active() {
            return 1;
        }

        @Override
        public void find(double[] observation, int[] on) {
            for (int s = 0; s < count; s++) {
                if (observation[s] == 1) {
                    on[0] = s;
                }
            }
        }
    }
}
