package rewardscope.ui.share;

import java.util.Locale;
import javafx.scene.text.Font;
import rewardscope.sim.Frame;
import rewardscope.sim.share.SavedRun;
import rewardscope.ui.theme.Fonts;

/// What everything that leaves the window says about itself: from which experiment it is, on which seed, at which step.
///
/// @param line for the eye
/// @param experiment for whoever wants to run it again, as YAML
record Stamp(String line, String experiment) {
    /// The room that the line takes below a picture.
    static final double HEIGHT = 26;

    private static final double SIZE = 11;

    /// @param title what is open: a lesson, or the playground
    static Stamp of(String title, Frame frame) {
        String agent = frame.experiment().agentType().title();
        String line = String.format(Locale.ROOT, "%s · %s · seed %d · act %,d · Rewardscope",
                title, agent, frame.experiment().seed(), frame.view().counts().acts());
        return new Stamp(line, SavedRun.of(frame).yaml());
    }

    static Font font() {
        return Fonts.words(SIZE);
    }
}
