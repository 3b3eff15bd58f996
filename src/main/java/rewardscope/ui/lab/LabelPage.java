package rewardscope.ui.lab;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rewardscope.language.stage.Question;
import rewardscope.ui.Scrolls;
import rewardscope.ui.theme.Sheets;

/// The page on which people judge answers, large enough for the back of a room. Every kind of feedback has its keys, and
/// every key is written on what it does.
final class LabelPage {
    static final int SIMULATED = 20;

    private final LabelModel model;
    private final VBox root = new VBox();
    private final LabelFiles files = new LabelFiles(root);
    private final LabelTop top;
    private final LabelKeys keys;
    private final AnswerPictures pictures;
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
        top = new LabelTop(model, root::requestFocus);
        keys = new LabelKeys(model, SIMULATED, typed::focus);
        pictures = new AnswerPictures(model, typed.node());
        root.getStyleClass().add("label-page");
        Sheets.need(root, "lab");
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED,
                event -> keys.pressed(event, isWriting(focused())));
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
        root.getChildren().setAll(top.node(), scroll, note, tally, actions);
        model.onChange(this::refresh);
        refresh();
    }

    Node node() {
        return root;
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
            button.setGraphic(LabelTop.cap(key));
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

    /// Whether the keys belong to a field, or to a list of choices.
    private static boolean isWriting(Node focused) {
        return focused instanceof TextInputControl || focused instanceof ChoiceBox<?>;
    }

    private Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private void refresh() {
        top.show();
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
        boolean typing = focused() instanceof TextInputControl field && !top.isNaming(field);
        answers.getChildren().setAll(drawn.map(q -> pictures.of(q, drawnKind, drawnRanks)).orElseGet(() -> List.of(
                new Label(model.isWaiting()
                        ? "The model is writing …"
                        : "No model has learned to speak yet. Train it first."))));
        boolean types = drawnKind == Kind.CORRECTION || drawnKind == Kind.REMARK;
        if (types && drawn.isPresent()) {
            typed.begin(drawnKind, drawn.get());
            typed.focus();
        } else if (typing) {
            root.requestFocus();
        }
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
