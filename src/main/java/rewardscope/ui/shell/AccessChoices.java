package rewardscope.ui.shell;

import java.io.IOException;
import java.util.Optional;
import javafx.application.Platform;
import rewardscope.sim.Frame;
import rewardscope.ui.access.Access;
import rewardscope.ui.access.AccessFile;
import rewardscope.ui.access.AccessPage;
import rewardscope.ui.access.TdTones;

/// What this window does for those who see, hear or move otherwise: chosen on a page, kept between two starts.
final class AccessChoices implements AutoCloseable {
    private final Desk desk;
    private final Optional<AccessFile> file;
    private final TdTones tones;
    private Optional<AccessPage> page = Optional.empty();
    private Access chosen;

    /// @param file where the choices are kept, if they are
    AccessChoices(Desk desk, Optional<AccessFile> file) {
        this.desk = desk;
        this.file = file;
        tones = new TdTones(sentence -> Platform.runLater(() -> silent(sentence)));
        var usual = new Access(Platform.getPreferences().isReducedMotion(), false);
        chosen = file.map(kept -> kept.read(usual)).orElse(usual);
        apply();
    }

    /// Opens the page, or closes it.
    void toggle() {
        if (page.isEmpty()) {
            page = Optional.of(new AccessPage(this::choose, desk.style()::size));
        }
        page.get().show(desk.pages().overlay(), chosen, desk.style().textScale());
    }

    private void choose(Access wanted) {
        chosen = wanted;
        apply();
        file.ifPresent(kept -> Thread.ofVirtual().start(() -> keep(kept, wanted)));
    }

    private void apply() {
        desk.panes().reduceMotion(chosen.still());
        tones.turn(chosen.tones());
    }

    private void keep(AccessFile kept, Access wanted) {
        try {
            kept.write(wanted);
        } catch (IOException e) {
            Platform.runLater(() -> desk.notice("This choice could not be written to the disk; it holds until the window closes."));
        }
    }

    private void silent(String sentence) {
        chosen = chosen.withTones(false);
        tones.turn(false);
        page.ifPresent(shown -> shown.choose(chosen));
        desk.notice(sentence);
    }

    void show(Frame frame) {
        tones.show(frame);
    }

    @Override
    public void close() {
        tones.close();
    }
}
