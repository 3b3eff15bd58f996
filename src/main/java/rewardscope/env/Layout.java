package rewardscope.env;

import java.util.List;
import java.util.OptionalInt;

/// How the states of a finite environment lie before the eye, and in results.
public sealed interface Layout {
    int states();

    /// The name of a state in results and links: `"row,column"` on a grid, its number on a track, its own in an MDP.
    String stateName(int state);

    /// The state of that name, if there is one.
    default OptionalInt stateNamed(String name) {
        String wanted = name.replace(" ", "");
        for (int s = 0; s < states(); s++) {
            if (stateName(s).equals(wanted)) {
                return OptionalInt.of(s);
            }
        }
        return OptionalInt.empty();
    }

    /// What a cell is, for drawing.
    ///
    /// @param symbol its character in the layout
    /// @param reward the reward that it pays (0 for a plain cell)
    record Cell(char symbol, boolean wall, boolean start, boolean terminal, double reward) {}

    /// Rows and columns of cells; walls have no state.
    ///
    /// @param cells by row, top row first, then by column
    /// @param stateAt the state of each cell, −1 for a wall
    /// @param rowOf the row of each state
    /// @param columnOf the column of each state
    /// @param maze whether to draw corridors rather than a grid
    record Grid(List<List<Cell>> cells, int[][] stateAt, int[] rowOf, int[] columnOf, boolean maze)
            implements Layout {
        public int rows() {
            return stateAt.length;
        }

        public int columns() {
            return stateAt[0].length;
        }

        @Override
        public int states() {
            return rowOf.length;
        }

        @Override
        public String stateName(int state) {
            return rowOf[state] + "," + columnOf[state];
        }
    }

    /// States in a row, 0 at the start (top).
    ///
    /// @param terminal which of them end an episode, for drawing
    /// @param goal the state with the food, −1 for none
    record Track(int states, boolean[] terminal, int goal) implements Layout {
        @Override
        public String stateName(int state) {
            return Integer.toString(state);
        }
    }

    /// States known by name alone, drawn as a graph.
    record Graph(List<String> names, boolean[] terminal) implements Layout {
        @Override
        public int states() {
            return names.size();
        }

        @Override
        public String stateName(int state) {
            return names.get(state);
        }
    }
}
