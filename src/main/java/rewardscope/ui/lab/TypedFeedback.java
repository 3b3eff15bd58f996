package rewardscope.ui.lab;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import rewardscope.language.feedback.RemarkRules;
import rewardscope.language.stage.Question;
import rewardscope.ui.stage.Numbers;

/// The field in which a correction or a comment is typed, with what it helps to know while typing: words that go on, or
/// the rules that make a reward of the text.
final class TypedFeedback {
    private static final int COMPLETIONS = 8;
    private static final RemarkRules RULES = RemarkRules.USUAL;

    private final LabelModel model;
    private final WordCompletion completion;
    private final TextField field = new TextField();
    private final Label said = new Label();
    private final FlowPane words = new FlowPane(6, 6);
    private final VBox root = new VBox(10, field, said, words);
    private Kind kind = Kind.CORRECTION;
    private String original = "";
    private List<String> completions = List.of();

    TypedFeedback(LabelModel model) {
        this.model = model;
        completion = new WordCompletion(model.world().vocabulary());
        field.getStyleClass().add("label-field");
        said.getStyleClass().add("label-note");
        said.setWrapText(true);
        words.setAlignment(Pos.CENTER_LEFT);
        root.setMaxWidth(760);
        field.textProperty().subscribe(_ -> read());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return root;
    }

    void begin(Kind wanted, Question question) {
        kind = wanted;
        original = question.answers().getFirst();
        field.setText(kind == Kind.CORRECTION ? original : "");
        field.setAccessibleText(kind.task());
        field.setPromptText(kind == Kind.CORRECTION ? "a better answer" : "for instance: polite, but not true");
        field.end();
        read();
    }

    void focus() {
        field.requestFocus();
        field.end();
    }

    TextField field() {
        return field;
    }

    List<String> completions() {
        return completions;
    }

    String said() {
        return said.getText();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            give();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && !completions.isEmpty()) {
            complete(completions.getFirst());
            event.consume();
        }
    }

    private void give() {
        if (kind == Kind.CORRECTION) {
            model.correct(field.getText());
        } else {
            model.remark(field.getText());
        }
    }

    private void complete(String word) {
        field.setText(WordCompletion.completed(field.getText(), word));
        field.requestFocus();
        field.end();
    }

    private void read() {
        if (kind == Kind.CORRECTION) {
            readCorrection();
        } else {
            readRemark();
        }
    }

    private void readCorrection() {
        String text = field.getText();
        completions = completion.completions(text, COMPLETIONS);
        words.getChildren().setAll(completions.stream().map(this::suggestion).toList());
        var unknown = completion.unknown(text);
        boolean typing = !completions.isEmpty();
        said.setText(typing
                ? "Tab takes the first of these words:"
                : unknown.map(word -> "“" + word + "” is not a word of this world.").orElse(
                        String.join(" ", WordCompletion.words(text)).equals(original)
                                ? "Change the answer, and press Enter."
                                : "Enter gives it: this becomes a demonstration, and is preferred to the old answer."));
    }

    private Node suggestion(String word) {
        var button = new Button(word);
        button.getStyleClass().add("chip");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> complete(word));
        return button;
    }

    /// Which words counted; without any, those that would.
    private void readRemark() {
        completions = List.of();
        var found = RULES.read(field.getText());
        if (found.isEmpty()) {
            said.setText("These words make the reward; “not” before one turns it round:");
            words.getChildren().setAll(RULES.worth().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                    .map(each -> chip(each.getKey() + " " + Numbers.signed(each.getValue())))
                    .toList());
        } else {
            said.setText("Reward " + Numbers.signed(RULES.reward(field.getText()))
                    + ", the sum kept between −2 and +2. Enter gives it.");
            words.getChildren().setAll(found.stream()
                    .map(each -> chip((each.denied() ? "not " : "") + each.word() + " " + Numbers.signed(each.worth())))
                    .toList());
        }
    }

    private static Node chip(String text) {
        var label = new Label(text);
        label.getStyleClass().add("word-chip");
        return label;
    }
}
