package rewardscope.ui.present;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import rewardscope.ui.theme.Sheets;

/// What is laid over the window while a class looks on, and its keys: `L` a laser pointer, `.` a blank screen, `V` a vote,
/// `S` the lecturer's notes. Escape takes away one thing at a time.
public final class PresenterLayer {
    private final StackPane over;
    private final Region blank = new Region();
    private final Laser laser;
    private final Label notes = new Label();
    private Optional<VotePage> vote = Optional.empty();
    private String words = "";

    /// @param over where everything is laid on top
    public PresenterLayer(StackPane over) {
        this.over = over;
        laser = new Laser(over);
        blank.setStyle("-fx-background-color: black;");
        blank.setId("blank");
        notes.setWrapText(true);
        notes.setId("presenter-notes");
        notes.getStyleClass().add("presenter-notes");
        Sheets.need(notes, "present");
        notes.setMaxSize(900, Region.USE_PREF_SIZE);
        StackPane.setAlignment(notes, Pos.BOTTOM_CENTER);
    }

    /// What the lesson's author wrote for whoever shows it; seen on demand only.
    public void notes(Optional<String> written) {
        words = written.map(text -> "Notes\n" + text.strip()).orElse("This lesson has no presenter notes.");
        notes.setText(words);
    }

    /// Whether nothing but black is shown.
    public boolean blank() {
        return shows(blank);
    }

    private boolean shows(Node node) {
        return over.getChildren().contains(node);
    }

    private void toggle(Node node) {
        if (!over.getChildren().remove(node)) {
            over.getChildren().add(node);
        }
    }

    /// Does what a key means here.
    ///
    /// @return whether it means anything
    public boolean press(KeyCode key) {
        if (blank()) {
            over.getChildren().remove(blank); // any key brings the picture back
            return true;
        }
        switch (key) {
            case KeyCode.PERIOD, KeyCode.DECIMAL -> toggle(blank);
            case KeyCode.L -> laser.toggle();
            case KeyCode.S -> toggle(notes);
            case KeyCode.V -> toggleVote();
            case KeyCode.ESCAPE -> {
                return takeOneAway();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeOneAway() {
        if (vote.isPresent()) {
            toggleVote();
        } else if (shows(notes)) {
            toggle(notes);
        } else if (laser.shown()) {
            laser.hide();
        } else {
            return false;
        }
        return true;
    }

    private void toggleVote() {
        vote.ifPresentOrElse(
                page -> {
                    page.stop();
                    over.getChildren().remove(page.node());
                    vote = Optional.empty();
                },
                () -> {
                    var page = new VotePage();
                    Sheets.need(page.node(), "present");
                    over.getChildren().add(page.node());
                    vote = Optional.of(page);
                });
    }

    /// Takes everything away: the lecture is over.
    public void end() {
        vote.ifPresent(_ -> toggleVote());
        over.getChildren().removeAll(blank, notes);
        laser.hide();
    }
}
