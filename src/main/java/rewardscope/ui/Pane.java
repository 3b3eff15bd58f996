package rewardscope.ui;

import java.util.Set;
import javafx.scene.Node;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.theme.Palette;

/// A part of the window that shows frames. All calls come on the JavaFX thread and must return within a few
/// milliseconds.
public interface Pane {
    Node node();

    /// Draws the latest frame; called at most once a pulse, and only while the pane is visible.
    void show(Frame frame);

    /// What it wants to see besides what every frame holds; asked every pulse while the pane is visible.
    default Set<Look> looks() {
        return Set.of();
    }

    /// Takes on the colours of a theme (light, dark, projector).
    void use(Palette palette);
}
