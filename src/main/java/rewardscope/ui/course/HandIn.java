package rewardscope.ui.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import rewardscope.course.Learner;
import rewardscope.course.ProgressCsv;
import rewardscope.course.ProgressReport;
import rewardscope.store.DiskTrouble;
import rewardscope.store.WholeFile;
import rewardscope.ui.Choosers;

/// What a learner hands in: a report with pictures of their runs, or a table. The menu also says who they are.
public final class HandIn {
    private static final int MOST_PICTURES = 12;

    private final CourseHost host;
    private final MenuButton button = new MenuButton("", new FontIcon(Material2AL.ASSIGNMENT_TURNED_IN));
    private final MenuItem who = new MenuItem();
    private final MenuItem add = new MenuItem();
    private final List<ProgressReport.Picture> pictures = new ArrayList<>();

    /// @param editLearner shows the page with the learner's name
    public HandIn(CourseHost host, Runnable editLearner) {
        this.host = host;
        button.setTooltip(new Tooltip("Hand in: a report or a table of what you solved"));
        button.setAccessibleText("Hand in");
        button.setId("hand-in");
        who.setOnAction(_ -> editLearner.run());
        add.setOnAction(_ -> host.picture().ifPresentOrElse(this::add, () -> host.notice("Nothing is on the stage yet.")));
        var report = new MenuItem("Report with pictures (HTML) …");
        report.setOnAction(_ -> choose("report.html").ifPresent(this::writeReport));
        var table = new MenuItem("Table (CSV) …");
        table.setOnAction(_ -> choose("progress.csv").ifPresent(this::writeTable));
        button.getItems().addAll(who, new SeparatorMenuItem(), add, report, table);
        button.setOnShowing(_ -> label());
        label();
    }

    public MenuButton node() {
        return button;
    }

    private void label() {
        Learner learner = host.study().learner();
        String name = learner.name().isEmpty() ? "Learner without a name" : learner.name();
        who.setText(name + ", number " + learner.seed() + " …");
        add.setText("Add a picture of this run" + (pictures.isEmpty() ? "" : " (" + pictures.size() + " so far)"));
    }

    private void add(ProgressReport.Picture picture) {
        if (pictures.size() == MOST_PICTURES) {
            pictures.removeFirst();
        }
        pictures.add(picture);
        label();
        host.inform("Added: " + picture.caption() + ". It will be in the next report.");
    }

    private Optional<Path> choose(String name) {
        var chooser = new FileChooser();
        chooser.setTitle("Hand in");
        chooser.setInitialFileName(name);
        return Choosers.save(chooser, button);
    }

    /// Writes the report; a run on the stage is in it, with the pictures that were added before.
    public void writeReport(Path file) {
        var all = new ArrayList<>(pictures);
        host.picture().filter(now -> all.stream().noneMatch(p -> p.caption().equals(now.caption()))).ifPresent(all::add);
        write(file, ProgressReport.html(
                host.study().learner(), host.index().exercises(), host.study().acts(), all,
                Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /// Writes the table.
    public void writeTable(Path file) {
        write(file, ProgressCsv.of(host.study().learner(), host.index().exercises(), host.study().progress()));
    }

    private void write(Path file, String text) {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            host.inform("Written: " + file + (host.study().learner().name().isEmpty()
                    ? ". There is no name on it yet: choose the first line of the menu." : "."));
        } catch (IOException e) {
            host.notice("Nothing was written: " + DiskTrouble.sentence(file, e));
        }
    }
}
