package rewardscope.ui;

import javafx.scene.Node;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Palette;

/// A part of the window that shows frames. All calls come on the JavaFX thread and must return within a few
/// milliseconds.
public interface Pane {
    Node node();

    /// Draws the latest frame; called at most once a pulse, and only while the pane is visible.
    void show(Frame frame);

    /// Takes on the colours of a theme (light, dark, projector).
    void use(Palette palette);
}
