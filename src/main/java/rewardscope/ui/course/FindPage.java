package rewardscope.ui.course;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import rewardscope.course.LessonSearch;
import rewardscope.ui.Scrolls;

/// Finds lessons, sections of them, and words of the glossary while one types. Enter opens the first; the arrows walk.
final class FindPage {
    private static final int MOST = 14;

    private final CourseHost host;
    private final Consumer<LessonSearch.Hit> chosen;
    private final TextField field = new TextField();
    private final VBox hits = new VBox(4);
    private final VBox root;

    FindPage(CourseHost host, Consumer<LessonSearch.Hit> chosen) {
        this.host = host;
        this.chosen = chosen;
        field.setPromptText("Words of a lesson, or a term or symbol: td error, gamma, off-policy …");
        field.setAccessibleText("Find in lessons and the glossary");
        field.setId("find-field");
        field.textProperty().addListener((_, _, _) -> look());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                walk(0, 0);
                event.consume();
            }
        });
        field.setOnAction(_ -> hits.getChildren().stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .findFirst()
                .ifPresent(Row::choose));
        var scroll = Scrolls.around(hits);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("paper", "edge-to-edge");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        root = new VBox(12, field, scroll);
        look();
    }

    Node node() {
        return root;
    }

    TextField field() {
        return field;
    }

    private void look() {
        hits.getChildren().clear();
        String words = field.getText().strip();
        if (words.isEmpty()) {
            note("Every word that you write has to be there; its beginning is enough.");
            return;
        }
        var found = host.index().search().find(words, MOST);
        if (found.isEmpty()) {
            note("Nothing has all of these words. Try fewer, or shorter ones.");
        }
        for (var hit : found) {
            hits.getChildren().add(line(hit));
        }
    }

    private void note(String words) {
        var label = new Label(words);
        label.getStyleClass().add("course-note");
        label.setWrapText(true);
        hits.getChildren().add(label);
    }

    private Row line(LessonSearch.Hit hit) {
        var kind = new Label(hit.term() ? "Term" : hit.heading().isEmpty() ? "Lesson" : "Section");
        kind.getStyleClass().add("course-kind");
        var title = new Label(hit.heading().isEmpty() ? hit.title() : hit.title() + " › " + hit.heading());
        title.getStyleClass().add("course-title");
        title.setWrapText(true);
        var excerpt = new Label(hit.excerpt());
        excerpt.getStyleClass().add("course-note");
        excerpt.setWrapText(true);
        var row = new Row(kind.getText() + ": " + title.getText(), () -> chosen.accept(hit), kind, title, excerpt);
        row.setOnKeyPressed(event -> {
            int at = hits.getChildren().indexOf(row);
            switch (event.getCode()) {
                case KeyCode.DOWN -> {
                    walk(at, 1);
                    event.consume();
                }
                case KeyCode.UP -> {
                    walk(at, -1);
                    event.consume();
                }
                default -> {}
            }
        });
        return row;
    }

    private void walk(int from, int by) {
        int to = from + by;
        if (to < 0) {
            field.requestFocus();
        } else if (to < hits.getChildren().size()) {
            hits.getChildren().get(to).requestFocus();
        }
    }
}
