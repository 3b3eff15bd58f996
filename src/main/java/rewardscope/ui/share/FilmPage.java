package rewardscope.ui.share;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import rewardscope.sim.Failures;
import rewardscope.sim.Frame;
import rewardscope.sim.share.SavedRun;
import rewardscope.store.DiskTrouble;
import rewardscope.ui.Choosers;
import rewardscope.ui.Spinners;

/// Which stretch of the run becomes a moving picture, and how fast it goes.
final class FilmPage {
    private static final int MOST_PICTURES = 500;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final double FIRST_PER_SECOND = 4;

    private final ShareHost host;
    private final Frame frame;
    private final Spinner<Integer> from;
    private final Spinner<Integer> to;
    private final Spinner<Integer> every;
    private final Spinner<Double> perSecond = Spinners.decimal(0.5, 25, FIRST_PER_SECOND, 0.5);
    private final Label length = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button make = new Button("Make the GIF …");
    private final Button cancel = new Button("Cancel");
    private final VBox box;
    private Optional<Film> running = Optional.empty();

    FilmPage(ShareHost host, Frame frame) {
        this.host = host;
        this.frame = frame;
        int head = (int) Math.min(frame.view().head(), Integer.MAX_VALUE / 2);
        int now = (int) Math.min(frame.view().counts().acts(), head);
        from = Spinners.whole(0, Math.max(1, head), Math.max(0, now - 40));
        to = Spinners.whole(0, Math.max(1, head), now);
        every = Spinners.whole(1, 1_000_000, 1);
        from.setId("film-from");
        to.setId("film-to");
        make.setId("film-make");
        make.getStyleClass().add("accent");
        var form = new GridPane(12, 10);
        row(form, 0, "From act", from);
        row(form, 1, "to act", to);
        row(form, 2, "A picture every … acts", every);
        row(form, 3, "Pictures a second", perSecond);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        cancel.setVisible(false);
        make.setOnAction(_ -> choose());
        cancel.setOnAction(_ -> running.ifPresent(Film::cancel));
        var buttons = new HBox(12, make, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var intro = new Label("The stage as it is shown now, from one act to another, as a moving picture for slides and"
                + " messages. Each picture carries the seed, the experiment's name and its act.");
        intro.setWrapText(true);
        box = new VBox(16, intro, form, length, buttons, progress);
        box.setMaxWidth(620);
        say();
    }

    private void row(GridPane form, int row, String words, Spinner<?> field) {
        var label = new Label(words);
        label.setLabelFor(field);
        field.setEditable(true);
        field.setPrefWidth(160);
        field.valueProperty().addListener((_, _, _) -> say());
        form.addRow(row, label, field);
    }

    Node node() {
        return box;
    }

    Node first() {
        return from;
    }

    Film.Shot shot() {
        return new Film.Shot(
                Math.min(from.getValue(), to.getValue()),
                Math.max(from.getValue(), to.getValue()),
                every.getValue(),
                perSecond.getValue(),
                WIDTH,
                HEIGHT);
    }

    private void say() {
        long pictures = shot().pictures();
        boolean fits = pictures <= MOST_PICTURES;
        length.setText(fits
                ? String.format(Locale.ROOT, "%,d pictures, %.1f seconds", pictures, pictures / perSecond.getValue())
                : String.format(Locale.ROOT, "%,d pictures are too many: take one every %,d acts or more, %d at most in all",
                        pictures, Math.ceilDiv(shot().to() - shot().from(), MOST_PICTURES - 1L), MOST_PICTURES));
        make.setDisable(!fits);
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the GIF");
        chooser.setInitialFileName("run.gif");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GIF pictures", "*.gif"));
        Choosers.save(chooser, box).ifPresent(this::make);
    }

    /// Films into a file, away from the JavaFX thread.
    void make(Path file) {
        var film = new Film(SavedRun.of(frame), host.title(), host.stage().layer(), host.palette(), shot());
        running = Optional.of(film);
        busy(true);
        Thread.ofVirtual().name("film").start(() -> {
            String trouble = "";
            boolean cancelled = false;
            try {
                film.shoot(file, share -> Platform.runLater(() -> progress.setProgress(share)));
            } catch (CancellationException e) {
                cancelled = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancelled = true;
            } catch (IOException e) {
                trouble = "Nothing was saved: " + DiskTrouble.sentence(file, e);
            } catch (RuntimeException e) {
                trouble = "The GIF could not be made: " + Failures.reason(e) + ".";
            }
            String sentence = trouble;
            boolean made = !cancelled && trouble.isEmpty();
            Platform.runLater(() -> {
                busy(false);
                if (made) {
                    host.inform("Saved: " + shot().pictures() + " pictures as " + file + ".");
                } else if (!sentence.isEmpty()) {
                    host.notice(sentence);
                }
            });
        });
    }

    private void busy(boolean on) {
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS); // until the run is at the first act
        progress.setVisible(on);
        cancel.setVisible(on);
        make.setDisable(on);
        if (!on) {
            running = Optional.empty();
        }
    }
}
