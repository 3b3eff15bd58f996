package rewardscope.ui.stage;

/// A node that draws itself on a canvas, and can draw the same on anything else, in its own coordinates.
public interface Drawn {
    void drawOn(Brush brush);
}
