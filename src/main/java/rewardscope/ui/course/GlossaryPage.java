package rewardscope.ui.course;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.course.Glossary;
import rewardscope.lesson.PlainWords;
import rewardscope.ui.Scrolls;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.formula.Formulas;

/// The words and symbols of the course in the order of the alphabet: what each means, and where it is taught.
final class GlossaryPage {
    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

    /// Pixels that stay free above a word that was asked for.
    private static final double ABOVE = 40;

    private final CourseHost host;
    private final Formulas formulas;
    private final Consumer<String> open;
    private final TextField filter = new TextField();
    private final VBox list = new VBox(2);
    private final ScrollPane scroll = Scrolls.around(list);
    private final VBox root;
    private final Map<Glossary.Entry, Node> rows = new LinkedHashMap<>();
    private Optional<Glossary.Entry> wanted = Optional.empty();

    /// @param open opens a lesson
    GlossaryPage(CourseHost host, Formulas formulas, Consumer<String> open) {
        this.host = host;
        this.formulas = formulas;
        this.open = open;
        filter.setPromptText("Part of a word");
        filter.setAccessibleText("Show only words with these letters");
        filter.setId("glossary-filter");
        filter.setMaxWidth(320);
        filter.textProperty().addListener((_, _, _) -> {
            release();
            narrow();
        });
        // the list is given its size before its rows are given their places
        list.layoutBoundsProperty().addListener((_, _, _) -> Platform.runLater(this::bring));
        scroll.viewportBoundsProperty().addListener((_, _, _) -> Platform.runLater(this::bring));
        scroll.addEventFilter(ScrollEvent.SCROLL, _ -> release());
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> release());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("paper", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(12, filter, scroll);
        fill();
    }

    Node node() {
        return root;
    }

    TextField filter() {
        return filter;
    }

    private void fill() {
        var entries = host.index().glossary().entries();
        if (entries.isEmpty()) {
            var none = new Label("There is no glossary in this folder of lessons: write glossary.yaml.");
            none.getStyleClass().add("course-note");
            list.getChildren().add(none);
            return;
        }
        CompletableFuture.runAsync(() -> entries.forEach(
                        entry -> entry.symbol().ifPresent(latex -> formulas.layOut(latex, Formulas.Style.INLINE))))
                .thenRunAsync(
                        () -> {
                            entries.forEach(this::add);
                            wanted.ifPresent(this::meet); // who asked for a word before the list was there
                        },
                        Platform::runLater);
    }

    private void add(Glossary.Entry entry) {
        var symbol = new StackPane();
        symbol.getStyleClass().add("glossary-symbol");
        symbol.setAlignment(Pos.TOP_LEFT);
        entry.symbol().ifPresent(latex ->
                symbol.getChildren().add(new FormulaNode(formulas.layOut(latex, Formulas.Style.INLINE), 19)));
        var term = new Label(entry.term());
        term.getStyleClass().add("course-title");
        var meaning = new Label(PlainWords.of(entry.meaning()));
        meaning.setWrapText(true);
        var words = new VBox(2, term, meaning);
        if (!entry.also().isEmpty()) {
            var also = new Label("also: " + String.join(", ", entry.also()));
            also.getStyleClass().add("course-note");
            also.setWrapText(true);
            words.getChildren().add(also);
        }
        entry.lesson().flatMap(host.index()::stop).ifPresent(stop -> {
            var link = new Hyperlink("→ " + stop.title());
            link.getStyleClass().add("course-link");
            link.setOnAction(_ -> open.accept(stop.file()));
            words.getChildren().add(link);
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, symbol, words);
        row.getStyleClass().add("glossary-row");
        rows.put(entry, row);
        list.getChildren().add(row);
    }

    private void narrow() {
        String letters = filter.getText().strip().toLowerCase(Locale.ROOT);
        rows.forEach((entry, row) -> {
            boolean wanted = entry.term().toLowerCase(Locale.ROOT).contains(letters)
                    || entry.also().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(letters));
            row.setVisible(wanted);
            row.setManaged(wanted);
        });
    }

    /// Brings a word into view and marks it: as soon as the list stands there, and anew while it grows.
    void meet(Glossary.Entry entry) {
        wanted = Optional.of(entry);
        rows.forEach((each, row) -> row.pseudoClassStateChanged(MEANT, each.equals(entry)));
        bring();
    }

    private void bring() {
        double room = list.getHeight() - scroll.getViewportBounds().getHeight();
        wanted.map(rows::get)
                .filter(row -> row.getLayoutBounds().getHeight() > 0)
                .ifPresent(row -> scroll.setVvalue(
                        room <= 0 ? 0 : Math.clamp((row.getBoundsInParent().getMinY() - ABOVE) / room, 0, 1)));
    }

    /// Whoever scrolls or types looks for something else.
    private void release() {
        wanted = Optional.empty();
    }
}
