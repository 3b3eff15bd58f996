package rewardscope.ui.lab;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import rewardscope.ui.Choosers;

/// Asks for files that hold sets of labels.
final class LabelFiles {
    private final Node page;

    LabelFiles(Node page) {
        this.page = page;
    }

    Optional<Path> open() {
        return Choosers.open(chooser("Open a set of labels"), page);
    }

    Optional<Path> save() {
        var chooser = chooser("Save this set of labels");
        chooser.setInitialFileName("labels.jsonl");
        return Choosers.save(chooser, page);
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Labels, one a line", "*.jsonl"));
        return chooser;
    }
}
