package rewardscope.ui;

import java.util.Set;
import javafx.scene.Node;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.theme.Palette;

/// A part of the window that shows frames. All calls come on the JavaFX thread and must return within a few
/// milliseconds.
public interface Pane {
    /// As [#mostPerSecond()]: every pulse.
    int AS_OFTEN_AS_THE_SCREEN = Integer.MAX_VALUE;

    Node node();

    /// Draws the latest frame; called at most once a pulse, and only while the pane is visible.
    void show(Frame frame);

    /// How often it changes while a run rushes by. Numbers that are read, not watched, change no more than ten times a
    /// second: more often nobody can read them, and drawing them costs time that a smooth picture needs.
    default int mostPerSecond() {
        return AS_OFTEN_AS_THE_SCREEN;
    }

    /// What it wants to see besides what every frame holds; asked every pulse while the pane is visible.
    default Set<Look> looks() {
        return Set.of();
    }

    /// Takes on the colours of a theme (light, dark, projector).
    void use(Palette palette);
}
