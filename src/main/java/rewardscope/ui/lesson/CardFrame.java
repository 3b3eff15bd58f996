package rewardscope.ui.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import rewardscope.course.Act;
import rewardscope.lesson.Block;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.sim.Failures;
import rewardscope.ui.Scrolls;

/// What the cards of all kinds of exercise have: the question, room for the answer, buttons, a verdict, hints and the
/// explanation; and how a card asks the window for what takes time.
final class CardFrame {
    /// After so many wrong tries the answer may be looked up.
    static final int TRIES = 2;

    private final Exercise exercise;
    private final LessonText text;
    private final LessonActions actions;
    private final Memory memory;

    private final VBox root = new VBox();
    private final VBox answer = new VBox();
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Button check = new Button("Check");
    private final Button give = new Button("Show the answer");
    private final CardVerdict verdict = new CardVerdict();
    private final CardHints hints;
    private final VBox explanation = new VBox();

    CardFrame(String title, Exercise exercise, LessonText text, LessonActions actions, Memory memory) {
        this.exercise = exercise;
        this.text = text;
        this.actions = actions;
        this.memory = memory;
        hints = new CardHints(exercise.task().hints(), text, memory, () -> did(Act.Kind.HINT, () -> {}));
        var heading = new Label(title);
        heading.getStyleClass().add("lesson-exercise-title");
        heading.setWrapText(true);
        root.getStyleClass().add("lesson-exercise");
        root.setAccessibleRole(AccessibleRole.PARENT);
        root.setAccessibleText("Exercise");
        answer.getStyleClass().add("lesson-exercise-answer");
        check.getStyleClass().addAll("lesson-check", "accent");
        give.getStyleClass().add("lesson-quiet");
        explanation.getStyleClass().add("lesson-explanation");
        List.of(give, explanation).forEach(node -> Fields.show(node, false));
        buttons.getChildren().setAll(check, hints.button(), give);
        root.getChildren().setAll(
                heading,
                text.column(exercise.task().prompt()),
                answer,
                buttons,
                verdict.node(),
                hints.node(),
                explanation);
    }

    VBox root() {
        return root;
    }

    LessonText text() {
        return text;
    }

    LessonActions actions() {
        return actions;
    }

    Memory memory() {
        return memory;
    }

    CardVerdict verdict() {
        return verdict;
    }

    CardHints hints() {
        return hints;
    }

    /// The button that gives the answer to be judged.
    Button check() {
        return check;
    }

    /// The button that shows the right answer; hidden until it has been earned.
    Button give() {
        return give;
    }

    /// Puts nodes where the learner answers.
    void answerWith(Node... nodes) {
        answer.getChildren().addAll(nodes);
    }

    /// Words that explain how to answer.
    static Label note(String words) {
        var label = new Label(words);
        label.getStyleClass().add("lesson-note");
        label.setWrapText(true);
        return label;
    }

    /// A button before all others.
    void firstButton(Button button) {
        button.getStyleClass().add("lesson-quiet");
        buttons.getChildren().addFirst(button);
    }

    /// The answer may be looked up once enough was tried.
    void offerTheAnswer() {
        Fields.show(give, memory.wrongTries >= TRIES);
    }

    /// Tells the window what was done, and goes on when it is kept.
    void did(Act.Kind kind, Runnable then) {
        memory.restored = false;
        actions.did(exercise, kind, Map.copyOf(memory.fields)).whenComplete((_, _) -> onFx(() -> {
            then.run();
            Scrolls.reveal(buttons, root); // what was said may stand below the fold
        }));
    }

    /// Gets the right answer without keeping the window waiting.
    void expected(Consumer<Expected> then) {
        work(actions.expected(exercise), found -> found.ifPresentOrElse(
                then, () -> verdict.note("The right answer could not be worked out; the lesson's problems say why.")));
    }

    /// Waits for something with a sign that it is being worked on.
    <T> void work(CompletableFuture<T> future, Consumer<T> then) {
        check.setDisable(true);
        Optional<Node> sign = future.isDone() ? Optional.empty() : Optional.of(working());
        sign.ifPresent(buttons.getChildren()::add);
        future.whenComplete((result, failure) -> onFx(() -> {
            check.setDisable(false);
            sign.ifPresent(buttons.getChildren()::remove);
            if (failure != null) {
                verdict.note("That could not be worked out: " + Failures.reason(failure));
            } else {
                then.accept(result);
            }
        }));
    }

    private static Node working() {
        var sign = new ProgressIndicator();
        sign.setPrefSize(20, 20);
        sign.setMaxSize(20, 20);
        return sign;
    }

    private static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    void explain() {
        List<Block> words = exercise.task().explanation();
        if (!words.isEmpty() && explanation.getChildren().isEmpty()) {
            explanation.getChildren().setAll(text.column(words));
        }
        Fields.show(explanation, !explanation.getChildren().isEmpty());
    }

    /// Puts other nodes before the explanation, and shows all of it.
    void explainAfter(Node... before) {
        explanation.getChildren().setAll(before);
        explanation.getChildren().add(text.column(exercise.task().explanation()));
        Fields.show(explanation, true);
    }
}
