package rewardscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.stage.Question;

/// The answers to one question as what can be pressed, with the key that does the same written on each.
final class AnswerPictures {
    private static final List<String> MARKS = List.of("1 bad", "2", "3", "4", "5 good");

    private final LabelModel model;
    private final Node typed;

    /// @param typed where corrections and comments are written
    AnswerPictures(LabelModel model, Node typed) {
        this.model = model;
        this.typed = typed;
    }

    /// @param ranks numbers of the answers that have a rank, best first
    List<Node> of(Question q, Kind kind, List<Integer> ranks) {
        return switch (kind) {
            case CHOICE -> {
                var tie = small(answer("0  ↓", "equally good", () -> model.choose(Verdict.TIE)));
                yield List.of(
                        beside(answer("1  ←", q.answers().getFirst(), () -> model.choose(Verdict.A)),
                                answer("2  →", q.answers().getLast(), () -> model.choose(Verdict.B))),
                        tie);
            }
            case RANKING -> rows(q, ranks);
            case RATING -> List.of(quoted(q), marks());
            case HARM -> List.of(quoted(q), beside(
                    small(answer("1  ←", "okay", () -> model.harm(false))),
                    small(answer("2  →", "harmful", () -> model.harm(true)))));
            case CORRECTION, REMARK -> List.of(quoted(q), typed);
        };
    }

    private List<Node> rows(Question q, List<Integer> ranks) {
        var rows = new ArrayList<Node>();
        for (int i = 0; i < q.answers().size(); i++) {
            int number = i;
            int rank = ranks.indexOf(i) + 1;
            var row = answer(String.valueOf(i + 1), q.answers().get(i), () -> model.rank(number));
            row.getStyleClass().add("label-row");
            if (rank > 0) {
                row.setText("rank " + rank + ":  " + row.getText());
                row.setDisable(true);
            }
            rows.add(row);
        }
        return rows;
    }

    private HBox marks() {
        var marks = new HBox(8);
        marks.setAlignment(Pos.CENTER);
        for (int i = 1; i <= MARKS.size(); i++) {
            int mark = i;
            var button = new Button(MARKS.get(i - 1));
            button.getStyleClass().addAll("label-answer", "label-small");
            button.setFocusTraversable(false);
            button.setOnAction(_ -> model.rate(mark));
            marks.getChildren().add(button);
        }
        return marks;
    }

    private static HBox beside(Node left, Node right) {
        var both = new HBox(16, left, right);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    private static Button small(Button button) {
        button.getStyleClass().add("label-small");
        return button;
    }

    private static Button answer(String keys, String text, Runnable chosen) {
        var button = new Button(words(text));
        button.setGraphic(LabelTop.cap(keys));
        button.getStyleClass().add("label-answer");
        button.setWrapText(true);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> chosen.run());
        return button;
    }

    private static Label quoted(Question q) {
        var label = new Label(words(q.answers().getFirst()));
        label.getStyleClass().add("label-quoted");
        label.setWrapText(true);
        return label;
    }

    private static String words(String answer) {
        return answer.isBlank() ? "(it says nothing)" : answer;
    }
}
