package rewardscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.stage.Question;
import rewardscope.ui.Scrolls;
import rewardscope.ui.lab.LabelModel.Kind;

/// The page on which people judge answers, large enough for the back of a room. Every kind of feedback has its keys, and
/// every key is written on what it does.
final class LabelPage {
    private static final List<String> MARKS = List.of("1 bad", "2", "3", "4", "5 good");
    static final int SIMULATED = 20;

    private final LabelModel model;
    private final VBox root = new VBox();
    private final LabelFiles files = new LabelFiles(root);
    private final FlowPane kinds = new FlowPane(6, 6);
    private final TextField annotator = new TextField();
    private final Label task = new Label();
    private final Label prompt = new Label();
    private final VBox answers = new VBox(10);
    private final Label note = new Label();
    private final Label tally = new Label();
    private final HBox actions = new HBox(8);
    private final Button put = new Button();
    private final Button earlier = new Button();
    private final TypedFeedback typed;
    private final Runnable more;
    private Optional<Question> drawn = Optional.empty();
    private Kind drawnKind = Kind.CHOICE;
    private List<Integer> drawnRanks = List.of();
    private int inRun = -1;

    /// @param more asks for more questions, if the model wants any
    LabelPage(LabelModel model, Runnable more) {
        this.model = model;
        this.more = more;
        typed = new TypedFeedback(model);
        root.getStyleClass().add("label-page");
        root.getStylesheets().add(LabelPage.class.getResource("/rewardscope/ui/lab.css").toExternalForm());
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        prompt.getStyleClass().add("label-prompt");
        prompt.setWrapText(true);
        task.getStyleClass().add("label-task");
        note.getStyleClass().add("label-note");
        tally.getStyleClass().add("label-note");
        note.setWrapText(true);
        tally.setWrapText(true);
        tally.setMinHeight(Region.USE_PREF_SIZE);
        answers.setAlignment(Pos.TOP_CENTER);
        var middle = new VBox(8, task, prompt, answers);
        middle.getStyleClass().add("label-middle");
        middle.setAlignment(Pos.TOP_CENTER);
        var scroll = Scrolls.around(middle);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("label-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        actions();
        root.getChildren().setAll(top(), scroll, note, tally, actions);
        model.onChange(this::refresh);
        refresh();
    }

    Node node() {
        return root;
    }

    private HBox top() {
        for (Kind kind : Kind.values()) {
            var button = new ToggleButton(kind.title());
            button.getStyleClass().add("chip");
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setUserData(kind);
            button.setGraphic(cap("Ctrl " + (kind.ordinal() + 1)));
            button.setOnAction(_ -> {
                model.kind(kind);
                refresh();
            });
            kinds.getChildren().add(button);
        }
        annotator.setText(model.annotator());
        annotator.setPrefColumnCount(9);
        annotator.setAccessibleText("Who judges");
        annotator.setOnAction(_ -> root.requestFocus());
        annotator.focusedProperty().subscribe(on -> {
            if (!on) {
                model.annotator(annotator.getText());
                annotator.setText(model.annotator());
            }
        });
        HBox.setHgrow(kinds, Priority.ALWAYS);
        kinds.setPrefWrapLength(1000);
        annotator.setMinWidth(Region.USE_PREF_SIZE);
        var who = new Label("Who judges");
        who.setMinWidth(Region.USE_PREF_SIZE);
        var name = new HBox(8, who, annotator);
        name.setAlignment(Pos.CENTER_LEFT);
        var top = new HBox(8, kinds, name);
        top.setAlignment(Pos.TOP_LEFT);
        return top;
    }

    private static Label cap(String keys) {
        var cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    private void actions() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        put.setOnAction(_ -> model.giveAllToRun());
        earlier.setOnAction(_ -> model.earlier().ifPresent(model::take));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getChildren().setAll(
                action("Undo", "⌫", model::undo),
                action("Skip", "N", model::skip),
                action("Let a simulated annotator judge " + SIMULATED, "S", () -> model.simulate(SIMULATED)),
                space,
                put,
                earlier,
                action("Open a set …", "", () -> files.open().ifPresent(model::take)),
                action("Save this set …", "", () -> files.save().ifPresent(model::saveAs)));
    }

    private Button action(String text, String key, Runnable does) {
        var button = new Button(text);
        button.setFocusTraversable(true);
        if (!key.isEmpty()) {
            button.setGraphic(cap(key));
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            does.run();
            root.requestFocus();
        });
        return button;
    }

    /// How many labels by people the run has now.
    void inRun(int labels) {
        if (labels != inRun) {
            inRun = labels;
            words();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            int kind = digit(event.getCode());
            if (kind >= 1 && kind <= Kind.values().length) {
                model.kind(Kind.values()[kind - 1]);
                refresh();
                event.consume();
            }
            return;
        }
        if (root.getScene() != null && root.getScene().getFocusOwner() instanceof TextInputControl) {
            return;
        }
        if (judged(event.getCode()) || other(event.getCode())) {
            event.consume();
        }
    }

    private boolean other(KeyCode code) {
        switch (code) {
            case BACK_SPACE, DELETE -> model.undo();
            case N -> model.skip();
            case S -> model.simulate(SIMULATED);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The keys of the kind that is asked for.
    private boolean judged(KeyCode code) {
        int digit = digit(code);
        switch (model.kind()) {
            case CHOICE -> {
                boolean left = digit == 1 || code == KeyCode.LEFT;
                boolean right = digit == 2 || code == KeyCode.RIGHT;
                boolean tie = digit == 0 || code == KeyCode.DOWN;
                if (left || right || tie) {
                    model.choose(left ? Verdict.A : right ? Verdict.B : Verdict.TIE);
                    return true;
                }
            }
            case RANKING -> {
                if (digit >= 1) {
                    model.rank(digit - 1);
                    return true;
                }
            }
            case RATING -> {
                if (digit >= 1 && digit <= 5) {
                    model.rate(digit);
                    return true;
                }
            }
            case HARM -> {
                boolean okay = digit == 1 || code == KeyCode.LEFT;
                boolean harmful = digit == 2 || code == KeyCode.RIGHT;
                if (okay || harmful) {
                    model.harm(harmful);
                    return true;
                }
            }
            case CORRECTION, REMARK -> {
                if (code == KeyCode.ENTER) {
                    typed.focus();
                    return true;
                }
            }
        }
        return false;
    }

    /// 0 to 9, −1 for other keys.
    private static int digit(KeyCode code) {
        String name = code.name();
        boolean isDigit = code.isDigitKey() || name.startsWith("NUMPAD") && name.length() == 7;
        return isDigit ? name.charAt(name.length() - 1) - '0' : -1;
    }

    private void refresh() {
        for (Node node : kinds.getChildren()) {
            if (node instanceof ToggleButton button) {
                button.setSelected(button.getUserData() == model.kind());
            }
        }
        boolean same = drawn.equals(model.question()) && drawnKind == model.kind()
                && drawnRanks.equals(model.ranked()) && !answers.getChildren().isEmpty();
        if (!same) {
            drawn = model.question();
            drawnKind = model.kind();
            drawnRanks = model.ranked();
            question();
        }
        words();
        more.run();
    }

    private void question() {
        task.setText(model.kind().task());
        prompt.setText(drawn.map(q -> "“" + q.prompt().text() + "”").orElse(""));
        boolean typing = root.getScene() != null && root.getScene().getFocusOwner() instanceof TextInputControl field
                && field != annotator;
        answers.getChildren().setAll(drawn.map(this::picture).orElseGet(() -> List.of(new Label(
                model.isWaiting() ? "The model is writing …" : "No model has learned to speak yet. Train it first."))));
        boolean types = drawnKind == Kind.CORRECTION || drawnKind == Kind.REMARK;
        if (types && drawn.isPresent()) {
            typed.begin(drawnKind, drawn.get());
            typed.focus();
        } else if (typing) {
            root.requestFocus();
        }
    }

    private List<Node> picture(Question q) {
        return switch (drawnKind) {
            case CHOICE -> {
                var left = answer("1  ←", q.answers().getFirst(), () -> model.choose(Verdict.A));
                var right = answer("2  →", q.answers().getLast(), () -> model.choose(Verdict.B));
                var both = new HBox(16, left, right);
                both.setAlignment(Pos.CENTER);
                var tie = answer("0  ↓", "equally good", () -> model.choose(Verdict.TIE));
                tie.getStyleClass().add("label-small");
                yield List.of(both, tie);
            }
            case RANKING -> {
                var rows = new ArrayList<Node>();
                for (int i = 0; i < q.answers().size(); i++) {
                    int number = i;
                    int rank = drawnRanks.indexOf(i) + 1;
                    var row = answer(String.valueOf(i + 1), q.answers().get(i), () -> model.rank(number));
                    row.getStyleClass().add("label-row");
                    if (rank > 0) {
                        row.setText("rank " + rank + ":  " + row.getText());
                        row.setDisable(true);
                    }
                    rows.add(row);
                }
                yield rows;
            }
            case RATING -> {
                var marks = new HBox(8);
                marks.setAlignment(Pos.CENTER);
                for (int i = 1; i <= 5; i++) {
                    int mark = i;
                    var button = new Button(MARKS.get(i - 1));
                    button.getStyleClass().addAll("label-answer", "label-small");
                    button.setFocusTraversable(false);
                    button.setOnAction(_ -> model.rate(mark));
                    marks.getChildren().add(button);
                }
                yield List.of(quoted(q), marks);
            }
            case HARM -> {
                var okay = answer("1  ←", "okay", () -> model.harm(false));
                var harmful = answer("2  →", "harmful", () -> model.harm(true));
                okay.getStyleClass().add("label-small");
                harmful.getStyleClass().add("label-small");
                var both = new HBox(16, okay, harmful);
                both.setAlignment(Pos.CENTER);
                yield List.of(quoted(q), both);
            }
            case CORRECTION, REMARK -> List.of(quoted(q), typed.node());
        };
    }

    private static Button answer(String keys, String text, Runnable chosen) {
        var button = new Button(text.isBlank() ? "(it says nothing)" : text);
        button.setGraphic(cap(keys));
        button.getStyleClass().add("label-answer");
        button.setWrapText(true);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> chosen.run());
        return button;
    }

    private static Label quoted(Question q) {
        String text = q.answers().getFirst();
        var label = new Label(text.isBlank() ? "(it says nothing)" : text);
        label.getStyleClass().add("label-quoted");
        label.setWrapText(true);
        return label;
    }

    private void words() {
        note.setText(model.trouble().isEmpty()
                ? LabelWords.note(model, inRun)
                : model.trouble());
        tally.setText(LabelWords.tally(model.tally()));
        int kept = model.labels().size();
        show(put, kept > 0 && inRun < kept, "Put all " + kept + " into this run");
        show(earlier, model.earlier().isPresent(), model.earlier()
                .map(path -> "Go on with " + path.getFileName())
                .orElse(""));
    }

    private static void show(Button button, boolean shown, String text) {
        button.setText(text);
        button.setVisible(shown);
        button.setManaged(shown);
    }

    /// For tests: the words of the buttons that answer.
    List<String> offered() {
        return answers.lookupAll(".label-answer").stream()
                .map(node -> ((Button) node).getText())
                .toList();
    }

    TypedFeedback typed() {
        return typed;
    }
}
