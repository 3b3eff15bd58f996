package rewardscope.ui.shell;

import java.util.Optional;
import javafx.scene.Scene;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.ui.share.ShareHost;
import rewardscope.ui.theme.Palette;

/// This window for those who share what is in it.
record ShareWindow(Desk desk) implements ShareHost {
    @Override
    public Optional<Runner> runner() {
        return desk.runner();
    }

    @Override
    public String title() {
        return desk.title();
    }

    @Override
    public void play(SavedRun run) {
        desk.play(run);
    }

    @Override
    public void notice(String sentence) {
        desk.notice(sentence);
    }

    @Override
    public void inform(String sentence) {
        desk.inform(sentence);
    }

    @Override
    public Scene scene() {
        return desk.scene();
    }

    @Override
    public Palette palette() {
        return desk.palette();
    }
}
