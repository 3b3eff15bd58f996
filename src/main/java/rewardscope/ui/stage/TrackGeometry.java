package rewardscope.ui.stage;

/// Where a track and the numbers beside it lie: from left to right when the area is wide, upwards when it is tall, so that
/// `up` goes up.
///
/// @param states how many there are
/// @param along length of a state along the track
/// @param strip thickness of the track itself
/// @param row thickness of a row of numbers beside it
/// @param head room before the first state for the names of the rows
record TrackGeometry(
        boolean wide, int states, double x0, double y0, double along, double strip, double row, int rows, double head) {
    private static final double MARGIN = 16;
    private static final double GAP = 10;
    /// Room above a wide track for a word over the agent.
    private static final double WORD = 22;

    /// @param longestName letters in the longest name of a row
    static TrackGeometry of(int states, int rows, int longestName, Box area) {
        boolean wide = isWide(area);
        Box inner = area.inset(MARGIN);
        double length = wide ? inner.width() : inner.height();
        double breadth = wide ? inner.height() : inner.width();
        double head = wide ? Math.max(64, 24 + 11 * longestName) : 30;
        double along = Math.floor(Math.min((length - head) / states, breadth * 0.62));
        along = Math.max(4, along);
        double strip = Math.floor(Math.min(along * (wide ? 0.9 : 1.3), breadth * 0.42));
        double row = Math.floor(Math.min(along * (wide ? 0.5 : 1.6), (breadth - strip - GAP - WORD) / Math.max(1, rows)));
        row = Math.clamp(row, 8, wide ? 84 : 160);
        double total = strip + GAP + rows * row + (wide ? WORD : 0);
        double start = ((wide ? area.width() : area.height()) - along * states - head) / 2 + head;
        double side = ((wide ? area.height() : area.width()) - total) / 2;
        double x0 = Math.floor(area.x() + (wide ? start : side));
        double y0 = Math.floor(area.y() + (wide ? side + WORD : start));
        return new TrackGeometry(wide, states, x0, y0, along, strip, row, rows, head);
    }

    static boolean isWide(Box area) {
        return area.width() >= area.height() * 1.15;
    }

    /// The track from end to end.
    Box whole() {
        return wide ? new Box(x0, y0, along * states, strip) : new Box(x0, y0, strip, along * states);
    }

    /// The piece of track of a state.
    Box track(int s) {
        return wide
                ? new Box(x0 + s * along, y0, along, strip)
                : new Box(x0, y0 + fromTop(s) * along, strip, along);
    }

    private int fromTop(int s) {
        return states - 1 - s;
    }

    /// The place for number `r` beside a state.
    Box beside(int s, int r) {
        double off = strip + GAP + r * row;
        return wide
                ? new Box(x0 + s * along, y0 + off, along, row)
                : new Box(x0 + off, y0 + fromTop(s) * along, row, along);
    }

    /// The place for the name of a row of numbers.
    Box name(int r) {
        double off = strip + GAP + r * row;
        return wide
                ? new Box(x0 - head, y0 + off, head - 10, row)
                : new Box(x0 + off, y0 - head, row, head);
    }
}
