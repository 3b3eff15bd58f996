package rewardscope.ui.stage;

/// A rectangle on the canvas.
public record Box(double x, double y, double width, double height) {
    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /// Whether the two have a point in common.
    boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The same, smaller by so much on each side.
    public Box inset(double by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    /// What is left below a strip at the top.
    public Box below(double strip) {
        return new Box(x, y + strip, width, Math.max(1, height - strip));
    }

    /// A point by its share of width and height.
    public double atX(double share) {
        return x + share * width;
    }

    public double atY(double share) {
        return y + share * height;
    }
}
