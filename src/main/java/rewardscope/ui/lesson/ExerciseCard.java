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
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rewardscope.course.Act;
import rewardscope.lesson.Block;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Verdict;
import rewardscope.sim.Failures;
import rewardscope.ui.Leaving;
import rewardscope.ui.Scrolls;

/// One exercise in the text: the question, somewhere to answer, a verdict in words, hints one at a time, and the
/// explanation after the answer.
final class ExerciseCard {
    /// After so many wrong tries the answer may be looked up.
    private static final int TRIES = 2;

    private final Exercise exercise;
    private final LessonText text;
    private final LessonActions actions;
    private final Memory memory;

    private final VBox root = new VBox();
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Button check = new Button("Check");
    private final Button hint = new Button();
    private final Button give = new Button("Show the answer");
    private final ProgressIndicator working = new ProgressIndicator();
    private final Label mark = new Label();
    private final Label verdict = new Label();
    private final HBox verdictRow = new HBox(8, mark, verdict);
    private final VBox hints = new VBox();
    private final VBox explanation = new VBox();

    ExerciseCard(Exercise exercise, LessonText text, LessonActions actions, Memory memory) {
        this.exercise = exercise;
        this.text = text;
        this.actions = actions;
        this.memory = memory;
        root.getStyleClass().add("lesson-exercise");
        root.setAccessibleRole(AccessibleRole.PARENT);
        root.setAccessibleText("Exercise");
        var title = new Label(title(exercise));
        title.getStyleClass().add("lesson-exercise-title");
        title.setWrapText(true);
        check.getStyleClass().addAll("lesson-check", "accent");
        hint.getStyleClass().add("lesson-quiet");
        give.getStyleClass().add("lesson-quiet");
        mark.getStyleClass().add("lesson-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        verdict.getStyleClass().add("lesson-verdict");
        verdict.setWrapText(true);
        hints.getStyleClass().add("lesson-hints");
        explanation.getStyleClass().add("lesson-explanation");
        working.setPrefSize(20, 20);
        working.setMaxSize(20, 20);
        for (Node node : List.of(give, working, verdictRow, hints, explanation)) {
            Fields.show(node, false);
        }
        hint.setOnAction(_ -> {
            nextHint();
            did(Act.Kind.HINT, () -> {});
        });
        buttons.getChildren().setAll(check, hint, give, working);
        root.getChildren().addAll(title, text.column(exercise.task().prompt()));
        answerPart();
        workAhead();
        root.getChildren().addAll(buttons, verdictRow, hints, explanation);
        int before = memory.hintsShown;
        memory.hintsShown = 0;
        for (int i = 0; i < before; i++) {
            nextHint();
        }
        labelHint();
        if (memory.restored) {
            before();
        }
    }

    Node node() {
        return root;
    }

    private static String title(Exercise exercise) {
        return switch (exercise) {
            case Exercise.Predict _ -> "Predict";
            case Exercise.Tune _ -> "Find settings";
            case Exercise.Text _ -> "In your own words";
            default -> "Exercise";
        };
    }

    private void answerPart() {
        switch (exercise) {
            case Exercise.Number number -> checked(new Fields.OneLine(memory, false), number.tolerance());
            case Exercise.Choice choice -> checked(new Fields.Options(choice.options(), true, text, memory), 0);
            case Exercise.Choices choices -> checked(new Fields.Options(choices.options(), false, text, memory), 0);
            case Exercise.Table table -> checked(new Fields.Table(table, memory), table.tolerance());
            case Exercise.Policy policy -> policy(policy);
            case Exercise.Predict predict -> predict(predict);
            case Exercise.Tune tune -> tune(tune);
            case Exercise.Text model -> text(model);
        }
    }

    /// What was done on another day, without working anything out again.
    private void before() {
        check.setDisable(exercise instanceof Exercise.Predict && (memory.solved || memory.shown));
        if (memory.solved) {
            say(true, "Solved before.");
            explain();
        } else if (memory.shown) {
            note(exercise instanceof Exercise.Predict ? "You committed to this before." : "You looked this answer up before.");
            explain();
        } else if (exercise instanceof Exercise.Text && !memory.fields.isEmpty()) {
            note("You wrote this before. Compare it when you like.");
        } else if (memory.wrongTries > 0) {
            note("Not solved yet. Your last answer stands there.");
            Fields.show(give, memory.wrongTries >= TRIES && answerable());
        }
    }

    private boolean judgeable() {
        return !(exercise instanceof Exercise.Predict
                || exercise instanceof Exercise.Tune
                || exercise instanceof Exercise.Text);
    }

    /// Whether there is an answer to be shown.
    private boolean answerable() {
        return judgeable() || exercise instanceof Exercise.Tune tune && tune.answer().isPresent();
    }

    /// Tells the window what was done, and goes on when it is kept.
    private void did(Act.Kind kind, Runnable then) {
        memory.restored = false;
        actions.did(exercise, kind, Map.copyOf(memory.fields)).whenComplete((_, _) -> onFx(then));
    }

    /// Some answers take seconds to be worked out: that begins when the learner begins to answer.
    private void workAhead() {
        if (judgeable()) {
            root.addEventFilter(KeyEvent.KEY_TYPED, _ -> actions.expected(exercise));
            root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> actions.expected(exercise));
        }
    }

    // Answers that are right or wrong.

    private void checked(AnswerField field, double tolerance) {
        root.getChildren().add(field.node());
        Runnable judge = () -> judge(field, tolerance, true);
        check.setOnAction(_ -> judge.run());
        if (field instanceof Fields.OneLine line) {
            line.field().setOnAction(_ -> judge.run());
        }
        give.setOnAction(_ -> expected(expected -> {
            memory.shown = true;
            did(Act.Kind.SHOWN, () -> {
                note("The answer: " + field.words(expected) + ".");
                explain();
            });
        }));
        if (memory.solved && !memory.restored) {
            judge(field, tolerance, false);
        }
    }

    /// @param given whether this is an answer: a lesson that was loaded again is judged anew, for its author
    private void judge(AnswerField field, double tolerance, boolean given) {
        var response = field.read();
        if (response.isEmpty()) {
            note(field.missing());
            return;
        }
        Fields.show(verdictRow, false); // the last verdict is not this answer's
        expected(expected -> {
            Verdict result = Verdict.of(expected, response.get(), tolerance);
            Runnable say = () -> {
                field.mark(result);
                judged(result);
            };
            if (given) {
                memory.wrongTries += result.right() ? 0 : 1;
                did(result.right() ? Act.Kind.RIGHT : Act.Kind.WRONG, say);
            } else {
                say.run();
            }
        });
    }

    private void judged(Verdict result) {
        if (result.right()) {
            memory.solved = true;
            say(true, "Right.");
            explain();
            return;
        }
        long wrong = result.parts().values().stream().filter(right -> !right).count();
        boolean hintLeft = memory.hintsShown < exercise.task().hints().size();
        String which = wrong == 0
                ? "Not yet. Try again" + (hintLeft ? ", or take a hint." : ".")
                : "Not yet: " + wrong + " of " + result.parts().size() + " are wrong, marked ✗.";
        say(false, which);
        Fields.show(give, memory.wrongTries >= TRIES);
    }

    /// Gets the right answer without keeping the window waiting.
    private void expected(Consumer<Expected> then) {
        work(actions.expected(exercise), found -> found.ifPresentOrElse(
                then, () -> note("The right answer could not be worked out; the lesson's problems say why.")));
    }

    private <T> void work(CompletableFuture<T> future, Consumer<T> then) {
        check.setDisable(true);
        Fields.show(working, !future.isDone());
        future.whenComplete((result, failure) -> onFx(() -> {
            check.setDisable(false);
            Fields.show(working, false);
            if (failure != null) {
                note("That could not be worked out: " + Failures.reason(failure));
            } else {
                then.accept(result);
            }
        }));
    }

    private static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    // The other kinds.

    private void policy(Exercise.Policy policy) {
        var world = policy.task().simulation().flatMap(actions::world);
        if (world.isEmpty()) {
            note("This exercise needs a world with states; it names none that has them.");
            check.setDisable(true);
            return;
        }
        var how = new Label("Click a cell for the next action, or press an arrow key on it.");
        how.getStyleClass().add("lesson-note");
        how.setWrapText(true);
        root.getChildren().add(how);
        checked(new PolicyField(world.get(), policy.states(), memory), 0);
    }

    private void predict(Exercise.Predict predict) {
        var go = new Button("Go to the moment");
        go.getStyleClass().add("lesson-quiet");
        go.setOnAction(_ -> actions.pauseFor(predict));
        AnswerField field = predict.options().isEmpty()
                ? new Fields.OneLine(memory, true)
                : new Fields.Options(predict.options(), predict.options().size() > 1, text, memory);
        root.getChildren().add(field.node());
        buttons.getChildren().addFirst(go);
        check.setText("Commit and go on");
        check.setOnAction(_ -> {
            var response = field.read();
            if (response.isEmpty()) {
                note(field.missing());
                return;
            }
            field.setEditable(false);
            actions.reveal(predict);
            expected(expected -> {
                Verdict result = Verdict.of(expected, response.get(), predict.tolerance());
                memory.solved = result.right();
                memory.shown = true;
                memory.wrongTries += result.right() ? 0 : 1;
                Runnable say = () -> {
                    say(result.right(), (result.right() ? "As you said: " : "It turned out otherwise: ")
                            + field.words(expected) + ".");
                    field.mark(result);
                    check.setDisable(true); // nobody commits twice
                    explain();
                };
                if (result.right()) {
                    did(Act.Kind.RIGHT, say);
                } else {
                    did(Act.Kind.WRONG, () -> did(Act.Kind.SHOWN, say)); // the run has shown how it turns out
                }
            });
        });
    }

    private void tune(Exercise.Tune tune) {
        var field = new TuneField(tune, memory);
        var goal = new Label(TuneField.goal(tune));
        goal.getStyleClass().add("lesson-note");
        goal.setWrapText(true);
        root.getChildren().addAll(goal, field.node());
        check.setText("Try on " + tune.seeds() + " seeds");
        give.setOnAction(_ -> {
            memory.shown = true;
            did(Act.Kind.SHOWN, () -> {
                note("This reaches the goal: " + TuneField.words(tune.example()) + ".");
                explain();
            });
        });
        check.setOnAction(_ -> {
            if (!field.complete()) {
                note("Write a value for each setting first.");
                return;
            }
            Fields.show(verdictRow, false); // the last verdict is not these settings'
            work(actions.tune(tune, field.settings()), outcome -> {
                if (!outcome.problem().isEmpty()) {
                    note(outcome.problem());
                } else if (outcome.right()) {
                    memory.solved = true;
                    did(Act.Kind.RIGHT, () -> {
                        say(true, "The goal held for " + outcome.held() + " of " + outcome.seeds() + " seeds.");
                        explain();
                    });
                } else {
                    memory.wrongTries++;
                    did(Act.Kind.WRONG, () -> say(
                            false, "The goal held for only " + outcome.held() + " of " + outcome.seeds() + " seeds."));
                    Fields.show(give, memory.wrongTries >= TRIES && answerable());
                }
            });
        });
    }

    private void text(Exercise.Text model) {
        var area = new TextArea(memory.get("text"));
        Scrolls.paintOnlyWhatChanges(area);
        Leaving.byTab(area);
        area.setPrefRowCount(4);
        area.setPromptText("Write a few sentences, then compare.");
        area.setAccessibleText("Your answer");
        area.setWrapText(!Direction.turns(area.getText()));
        area.textProperty().addListener((_, _, words) -> {
            memory.fields.put("text", words);
            area.setWrapText(!Direction.turns(words));
        });
        root.getChildren().add(area);
        check.setText("Compare");
        check.setOnAction(_ -> {
            if (area.getText().isBlank()) {
                note("Write your answer first.");
                return;
            }
            var group = new ToggleGroup();
            var had = Fields.segment("I had it", group);
            var not = Fields.segment("Not yet", group);
            had.setOnAction(_ -> {
                memory.solved = true;
                did(Act.Kind.RIGHT, () -> say(true, "Good."));
            });
            not.setOnAction(_ -> did(
                    Act.Kind.WRONG, () -> say(false, "Read the model answer again, and write it in your own words.")));
            did(Act.Kind.WRITTEN, () -> {});
            var title = new Label("A model answer");
            title.getStyleClass().add("lesson-exercise-title");
            explanation.getChildren().setAll(title, text.column(model.modelAnswer()), new HBox(4, had, not));
            explanation.getChildren().add(text.column(exercise.task().explanation()));
            Fields.show(explanation, true);
        });
    }

    // Words.

    private void say(boolean right, String words) {
        Marks.set(mark, right);
        verdict.setText(words);
        verdict.setWrapText(!Direction.turns(words));
        verdict.pseudoClassStateChanged(Marks.RIGHT, right);
        verdict.pseudoClassStateChanged(Marks.WRONG, !right);
        Fields.show(verdictRow, true);
    }

    /// A word that is no verdict.
    private void note(String words) {
        say(false, words);
        Marks.set(mark, null);
        verdict.pseudoClassStateChanged(Marks.WRONG, false);
    }

    private void nextHint() {
        List<List<Block>> all = exercise.task().hints();
        if (memory.hintsShown < all.size()) {
            VBox box = text.column(all.get(memory.hintsShown));
            box.getStyleClass().add("lesson-hint");
            hints.getChildren().add(box);
            Fields.show(hints, true);
            memory.hintsShown++;
        }
        labelHint();
    }

    private void labelHint() {
        int left = exercise.task().hints().size() - memory.hintsShown;
        hint.setText(left == 1 ? "Hint (the last)" : "Hint (" + left + " left)");
        Fields.show(hint, left > 0);
    }

    private void explain() {
        List<Block> words = exercise.task().explanation();
        if (!words.isEmpty() && explanation.getChildren().isEmpty()) {
            explanation.getChildren().setAll(text.column(words));
        }
        Fields.show(explanation, !explanation.getChildren().isEmpty());
    }

    /// What the card says about the last answer, for tests.
    Optional<String> verdictWords() {
        return verdictRow.isVisible() ? Optional.of(verdict.getText()) : Optional.empty();
    }
}
