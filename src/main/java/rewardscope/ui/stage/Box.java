package rewardscope.ui.stage;

/// A rectangle on the canvas.
record Box(double x, double y, double width, double height) {
    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /// The same, smaller by so much on each side.
    Box inset(double by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    /// What is left below a strip at the top.
    Box below(double strip) {
        return new Box(x, y + strip, width, Math.max(1, height - strip));
    }

    /// A point by its share of width and height.
    double atX(double share) {
        return x + share * width;
    }

    double atY(double share) {
        return y + share * height;
    }
}
