package rewardscope.ui.share;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.ui.stage.StagePane;
import rewardscope.ui.theme.Palette;

/// The window, as far as sharing needs it. All calls come on the JavaFX thread.
public interface ShareHost {
    /// The run on the stage.
    Optional<Runner> runner();

    /// What is open: a lesson's title, or the playground.
    String title();

    /// Plays a run in the playground, from where it stands.
    void play(SavedRun run);

    /// A sentence about something that went wrong.
    void notice(String sentence);

    /// A sentence about something that went well.
    void inform(String sentence);

    Scene scene();

    StagePane stage();

    /// What pictures can be taken of, by name.
    Map<String, Node> panes();

    /// Every run of the last comparison, as a table that says where it is from; empty before there is one.
    Optional<String> comparison();

    /// Lays a page over the window.
    ///
    /// @param focus what gets the keyboard
    void page(String heading, Node content, Node focus);

    Palette palette();
}
