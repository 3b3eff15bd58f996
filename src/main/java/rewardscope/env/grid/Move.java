package rewardscope.env.grid;

import java.util.List;
import java.util.Locale;

/// A move by one cell. Straight ones clockwise first, then the diagonal ones clockwise, so that turning by a right
/// angle stays within its group of four.
public enum Move {
    UP(-1, 0),
    RIGHT(0, 1),
    DOWN(1, 0),
    LEFT(0, -1),
    UP_RIGHT(-1, 1),
    DOWN_RIGHT(1, 1),
    DOWN_LEFT(1, -1),
    UP_LEFT(-1, -1),
    STAY(0, 0);

    private static final List<Move> ALL = List.of(values());

    private final int rows;
    private final int columns;

    Move(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// Rows downward.
    public int rows() {
        return rows;
    }

    /// Columns to the right.
    public int columns() {
        return columns;
    }

    public boolean isDiagonal() {
        return rows != 0 && columns != 0;
    }

    /// The first 4, 8 or 9 moves.
    public static List<Move> first(int moves) {
        return ALL.subList(0, moves);
    }

    /// Its name as an action.
    public String actionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The move at a right angle to this one: clockwise for 1 quarter turn, anticlockwise for 3.
    public Move turned(int quarters) {
        if (this == STAY) {
            return STAY;
        }
        int group = ordinal() / 4 * 4;
        return ALL.get(group + (ordinal() - group + quarters) % 4);
    }
}
