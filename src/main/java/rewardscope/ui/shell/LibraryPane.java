package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.Problem;
import rewardscope.ui.Scrolls;

/// The lessons by unit, and the playground. Its entries are made when [#fill] is called, for the window can be used
/// before they are there.
final class LibraryPane {
    private static final double NARROWEST = 200;
    private static final double WIDTH_OF_WORDS = 140;

    private final VBox list = new VBox(2);
    private final StackPane root = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Path, ToggleButton> buttons = new LinkedHashMap<>();
    private final LessonLibrary library;
    private final Consumer<Path> open;
    private final Runnable openPlayground;
    private Optional<ToggleButton> playground = Optional.empty();
    private Runnable selection = () -> {};
    private Runnable counts = () -> {};

    LibraryPane(LessonLibrary library, Consumer<Path> open, Runnable openPlayground) {
        this.library = library;
        this.open = open;
        this.openPlayground = openPlayground;
        root.getStyleClass().add("library-slot");
        root.setMinWidth(NARROWEST);
        root.setPrefWidth(256);
    }

    /// Keeps room for the longest words of the titles.
    ///
    /// @param textScale 1 for 16-pixel body text
    void scale(double textScale) {
        root.setMinWidth(Math.max(NARROWEST, WIDTH_OF_WORDS * textScale));
    }

    /// Makes the entries, if they are not there yet.
    void fill() {
        if (playground.isPresent()) {
            return;
        }
        var scroll = Scrolls.around(list);
        list.getStyleClass().add("library");
        scroll.getStyleClass().add("library-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false); // its entries are
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var free = entry("Playground", new FontIcon(Material2MZ.SCIENCE), openPlayground);
        free.setTooltip(new Tooltip("Any environment with any agent, and a grid editor"));
        playground = Optional.of(free);
        list.getChildren().add(free);
        for (LessonLibrary.Unit unit : library.units()) {
            var title = new Label(unit.title());
            title.getStyleClass().add("library-unit");
            title.setWrapText(true);
            list.getChildren().add(title);
            for (LessonLibrary.Entry lesson : unit.lessons()) {
                var icon = new FontIcon(Material2AL.ARTICLE);
                var button = entry(lesson.header().title(), icon, () -> open.accept(lesson.file()));
                if (lesson.header().minutes() > 0) {
                    button.setTooltip(new Tooltip(lesson.header().minutes() + " minutes"));
                }
                buttons.put(lesson.file().toAbsolutePath().normalize(), button);
                list.getChildren().add(button);
            }
        }
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        if (library.units().isEmpty()) {
            list.getChildren().add(words("No lessons were found in " + library.folder() + "."));
        }
        for (Problem problem : library.problems()) {
            list.getChildren().add(words("⚠ " + problem.text()));
        }
        root.getChildren().setAll(scroll);
        selection.run();
        counts.run();
    }

    /// The arrows go from entry to entry and open nothing; Enter and the space bar do.
    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            var entries = list.getChildren().stream().filter(ToggleButton.class::isInstance).toList();
            int now = entries.indexOf(list.getScene().getFocusOwner());
            if (now >= 0) {
                entries.get(Math.clamp(now + step, 0, entries.size() - 1)).requestFocus();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ToggleButton entry) {
            entry.fire();
            event.consume();
        }
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("library-note");
        return label;
    }

    private ToggleButton entry(String title, FontIcon icon, Runnable open) {
        var button = new ToggleButton(title, icon);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.getStyleClass().add("library-entry");
        button.setOnAction(_ -> {
            button.setSelected(true); // a second press does not deselect
            open.run();
        });
        return button;
    }

    /// Writes beside each lesson how much of it is solved.
    ///
    /// @param solved `3/5` or `✓`, empty where there is nothing to say
    void progress(Function<Path, Optional<String>> solved) {
        counts = () -> library.lessons().forEach(lesson -> {
            var button = buttons.get(lesson.file().toAbsolutePath().normalize());
            if (button != null) {
                button.setText(lesson.header().title() + solved.apply(lesson.file()).map(s -> "  " + s).orElse(""));
            }
        });
        counts.run();
    }

    /// Marks what is open.
    void select(Path lesson) {
        selection = () -> select(lesson);
        var button = buttons.get(lesson.toAbsolutePath().normalize());
        if (button != null) {
            button.setSelected(true);
        }
    }

    void selectPlayground() {
        selection = this::selectPlayground;
        playground.ifPresent(button -> button.setSelected(true));
    }

    Node node() {
        return root;
    }
}
