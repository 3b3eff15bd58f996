package rewardscope.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.ui.compare.ComparePane;
import rewardscope.ui.share.ShareHost;
import rewardscope.ui.stage.StagePane;
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
    public StagePane stage() {
        return desk.panes().stage();
    }

    @Override
    public Map<String, Node> panes() {
        var panes = new LinkedHashMap<String, Node>();
        panes.put("Stage", desk.panes().stage().node());
        panes.put("Equation", desk.panes().equation().node());
        var tab = desk.panes().instruments().get(desk.bench().places().tab());
        if (tab != null) {
            panes.put(desk.bench().places().tab(), tab.node());
        }
        desk.lesson().ifPresent(_ -> panes.put("Lesson", desk.panes().lesson().node()));
        panes.put("Window", desk.bench().root());
        return panes;
    }

    @Override
    public Optional<String> comparison() {
        return desk.panes().compare().made().flatMap(ComparePane::table);
    }

    @Override
    public void page(String heading, Node content, Node focus) {
        desk.pages().overlay().show(heading, content, focus);
    }

    @Override
    public Palette palette() {
        return desk.style().palette();
    }
}
