package rewardscope.ui.present;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import rewardscope.lesson.Numerals;

/// A vote by show of hands: a countdown, then the lecturer types how many chose each option, and everybody sees the shares.
/// Options have letters and lengths, so that colour says nothing alone.
final class VotePage {
    private static final List<Integer> SECONDS = List.of(15, 30, 60, 120);
    private static final double LONGEST_BAR = 420;
    private static final int OPTIONS = 4;

    private final Label clock = new Label();
    private final List<TextField> counts = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> shares = new ArrayList<>();
    private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private final VBox root = new VBox(24);
    private int left;

    VotePage() {
        clock.getStyleClass().add("vote-clock");
        clock.setId("vote-clock");
        ticking.setCycleCount(Animation.INDEFINITE);
        var starts = new HBox(12);
        starts.setAlignment(Pos.CENTER);
        for (int seconds : SECONDS) {
            var button = new Button(seconds < 60 ? seconds + " s" : seconds / 60 + " min");
            button.setOnAction(_ -> start(seconds));
            button.setFocusTraversable(false);
            starts.getChildren().add(button);
        }
        var grid = new GridPane(16, 12);
        grid.setAlignment(Pos.CENTER);
        for (int i = 0; i < OPTIONS; i++) {
            grid.addRow(i, row(i));
        }
        root.getChildren().addAll(starts, clock, grid);
        root.setAlignment(Pos.CENTER);
        root.getStyleClass().add("vote-page");
        show(0);
        count();
    }

    private Node[] row(int option) {
        var letter = new Label(String.valueOf((char) ('A' + option)));
        letter.getStyleClass().add("vote-letter");
        var field = new TextField();
        field.setPrefColumnCount(5);
        field.setPromptText("votes");
        field.setAccessibleText("Votes for " + letter.getText());
        field.textProperty().addListener((_, _, _) -> count());
        var bar = new Region();
        bar.getStyleClass().add("vote-bar");
        var place = new HBox(bar);
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(LONGEST_BAR);
        var share = new Label();
        share.setMinWidth(Region.USE_PREF_SIZE);
        counts.add(field);
        bars.add(bar);
        shares.add(share);
        return new Node[] {letter, field, place, share};
    }

    Parent node() {
        return root;
    }

    List<TextField> counts() {
        return counts;
    }

    List<Label> shares() {
        return shares;
    }

    void start(int seconds) {
        show(seconds);
        ticking.playFromStart();
    }

    void stop() {
        ticking.stop();
    }

    /// One second less.
    void tick() {
        show(Math.max(0, left - 1));
        if (left == 0) {
            ticking.stop();
            clock.setText("Hands up");
        }
    }

    private void show(int seconds) {
        left = seconds;
        clock.setText(seconds == 0 ? "Vote" : seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60);
    }

    private void count() {
        var votes = counts.stream()
                .map(field -> Numerals.plain(field.getText()))
                .map(text -> text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0)
                .toList();
        int all = votes.stream().mapToInt(v -> v).sum();
        for (int i = 0; i < OPTIONS; i++) {
            double share = all == 0 ? 0 : (double) votes.get(i) / all;
            bars.get(i).setMinWidth(share * LONGEST_BAR);
            bars.get(i).setMaxWidth(share * LONGEST_BAR);
            shares.get(i).setText(all == 0 ? "" : Math.round(100 * share) + " %");
        }
    }
}
