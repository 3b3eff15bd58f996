package rewardscope.ui.stage;

import java.util.Locale;

/// Which way an action points on the screen, read from its name.
record Direction(int dx, int dy) {
    static final Direction STAY = new Direction(0, 0);

    static Direction of(String action) {
        String name = action.toLowerCase(Locale.ROOT);
        int dx = has(name, "right", "east") ? 1 : has(name, "left", "west") ? -1 : 0;
        int dy = has(name, "down", "south") ? 1 : has(name, "up", "north") ? -1 : 0;
        return new Direction(dx, dy);
    }

    private static boolean has(String name, String word, String other) {
        return name.contains(word) || name.contains(other);
    }

    boolean stays() {
        return dx == 0 && dy == 0;
    }

    boolean straight() {
        return (dx == 0) != (dy == 0);
    }

    /// Unit length.
    double ux() {
        return stays() ? 0 : dx / Math.hypot(dx, dy);
    }

    double uy() {
        return stays() ? 0 : dy / Math.hypot(dx, dy);
    }
}
