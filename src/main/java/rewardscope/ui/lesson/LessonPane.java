package rewardscope.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.course.Progress;
import rewardscope.lesson.Block;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.Problem;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Sheets;

/// A lesson to read and to work through. Formulas are laid out away from the JavaFX thread, block by block, and the
/// text appears from the top as it is ready. A lesson that is loaded again keeps what was written into its exercises,
/// and the place that was being read.
public final class LessonPane {
    private static final PseudoClass ON_STAGE = PseudoClass.getPseudoClass("on-stage");
    private static final int FIRST_BLOCKS = 6;
    private static final int BLOCKS_AT_ONCE = 4;

    /// From here on a name and a button do not stand beside each other.
    private static final double LARGE_TEXT = 1.4;

    private final Formulas formulas;
    private final LessonActions actions;
    private final Executor typesetter;
    private long typeset;

    private final VBox page = new VBox();
    private final VBox problems = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Trickle trickle = new Trickle(scroll);
    private final VBox root = new VBox(problems, scroll);
    private final Map<String, Pane> simulations = new LinkedHashMap<>();
    private final Map<String, Button> stageButtons = new HashMap<>();
    private final Map<String, Memory> memories = new HashMap<>();
    private final Map<String, ExerciseCard> cards = new LinkedHashMap<>();
    private final AtomicLong showing = new AtomicLong();
    private Label progress = new Label();
    private Optional<Lesson> shown = Optional.empty();
    private String onStage = "";
    private double scale = 1;

    public LessonPane(Formulas formulas, LessonActions actions) {
        this(formulas, actions, work -> Thread.ofVirtual().name("typesetter").start(work));
    }

    /// @param typesetter where formulas are laid out: away from the JavaFX thread
    public LessonPane(Formulas formulas, LessonActions actions, Executor typesetter) {
        this.formulas = formulas;
        this.actions = actions;
        this.typesetter = typesetter;
        root.getStyleClass().add("lesson");
        Sheets.need(root, "lesson");
        page.getStyleClass().add("lesson-page");
        problems.getStyleClass().add("lesson-problems");
        Fields.show(problems, false);
        var holder = new StackPane(page);
        holder.getStyleClass().add("lesson-holder");
        StackPane.setAlignment(page, javafx.geometry.Pos.TOP_CENTER);
        scroll.setContent(holder);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED); // a card can need more than a narrow pane has
        scroll.getStyleClass().addAll("lesson-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        welcome();
    }

    public Node node() {
        return root;
    }

    private void welcome() {
        var words = new Label("Choose a lesson on the left: its text, formulas and exercises appear here.");
        words.setWrapText(true);
        words.getStyleClass().add("lesson-note");
        page.getChildren().setAll(words);
    }

    /// The size of text; the lesson that is shown is set anew in it, formulas included.
    ///
    /// @param scale 1 for a body of 16 pixels
    public void setTextScale(double scale) {
        if (scale != this.scale) {
            this.scale = scale;
            shown.ifPresent(this::show);
        }
    }

    /// Whether the lesson stands there whole, all its formulas included.
    public boolean isTypeset() {
        return typeset == showing.get();
    }

    /// Shows a lesson from its beginning, or, if it is the one that is shown already, where it was being read.
    ///
    /// @return complete when its beginning stands there; the rest follows, a few blocks a pulse
    public CompletableFuture<Void> show(Lesson lesson) {
        var begun = new CompletableFuture<Void>();
        long number = showing.incrementAndGet();
        boolean again = lesson.file().toString().equals(page.getId());
        double place = again ? scroll.getVvalue() : 0;
        if (!again) {
            memories.clear();
            onStage = lesson.simulations().keySet().stream().findFirst().orElse("");
        }
        page.setId(lesson.file().toString());
        progress = new Label();
        var text = new LessonText(formulas, actions, scale);
        var nodes = new ArrayList<Node>();
        typesetter.execute(() -> {
            List<Block> waiting = new ArrayList<>();
            boolean first = true;
            for (Block block : lesson.text()) {
                typeset(block, lesson);
                waiting.add(block);
                if (waiting.size() == (first ? FIRST_BLOCKS : BLOCKS_AT_ONCE)) {
                    hand(lesson, text, List.copyOf(waiting), first, number, nodes, again, begun);
                    waiting.clear();
                    first = false;
                }
            }
            hand(lesson, text, List.copyOf(waiting), first, number, nodes, again, begun);
            onFx(() -> trickle.add(() -> finish(number, nodes, again, place)));
        });
        return begun;
    }

    private void typeset(Block block, Lesson lesson) {
        LessonText.typeset(List.of(block), formulas);
        if (block instanceof Block.ExerciseHere(String id) && lesson.exercises().containsKey(id)) {
            var task = lesson.exercises().get(id).task();
            LessonText.typeset(task.prompt(), formulas);
            LessonText.typeset(task.explanation(), formulas);
            task.hints().forEach(hint -> LessonText.typeset(hint, formulas));
        }
    }

    private void hand(
            Lesson lesson,
            LessonText text,
            List<Block> blocks,
            boolean first,
            long number,
            List<Node> nodes,
            boolean again,
            CompletableFuture<Void> begun) {
        Runnable piece = () -> {
            if (showing.get() != number) {
                return; // another lesson was chosen meanwhile
            }
            if (first) {
                simulations.clear();
                stageButtons.clear();
                cards.clear();
                nodes.addAll(heading(lesson));
            }
            int known = nodes.size();
            for (Block block : blocks) {
                nodes.add(node(block, lesson, text));
            }
            if (again) {
                return; // a lesson loaded again is exchanged all at once, so that it does not jump
            }
            if (first) {
                page.getChildren().setAll(nodes);
                scroll.setVvalue(0);
            } else {
                page.getChildren().addAll(nodes.subList(known, nodes.size())); // those before keep their styles
            }
        };
        onFx(() -> {
            if (first) {
                piece.run();
                begun.complete(null);
            } else {
                trickle.add(piece);
            }
        });
    }

    private void finish(long number, List<Node> nodes, boolean again, double place) {
        if (showing.get() == number) {
            if (again) {
                page.getChildren().setAll(nodes);
            }
            typeset = number;
            simulationOnStage(onStage);
            if (again) {
                Platform.runLater(() -> scroll.setVvalue(place));
            }
        }
    }

    private static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private List<Node> heading(Lesson lesson) {
        var unit = LessonText.plain(
                lesson.header().unit()
                        + (lesson.header().minutes() > 0 ? "  ·  " + lesson.header().minutes() + " minutes" : ""),
                "lesson-unit");
        var title = LessonText.plain(lesson.header().title(), "lesson-title");
        progress.setWrapText(true);
        progress.getStyleClass().add("lesson-progress");
        shown = Optional.of(lesson);
        showProgress();
        var nodes = new ArrayList<Node>(List.of(unit, title, progress));
        if (!lesson.header().objectives().isEmpty()) {
            var goals = new VBox();
            goals.getStyleClass().add("lesson-objectives");
            var lead = new Label("After this you can");
            lead.getStyleClass().add("lesson-exercise-title");
            goals.getChildren().add(lead);
            for (String objective : lesson.header().objectives()) {
                var bullet = new Label("•");
                bullet.setMinWidth(Region.USE_PREF_SIZE);
                var goal = LessonText.plain(objective, "lesson-objective");
                HBox.setHgrow(goal, Priority.ALWAYS);
                var row = new HBox(8, bullet, goal);
                row.setNodeOrientation(Direction.of(objective));
                goals.getChildren().add(row);
            }
            nodes.add(goals);
        }
        return nodes;
    }

    private Node node(Block block, Lesson lesson, LessonText text) {
        return switch (block) {
            case Block.SimulationHere(String id) -> simulation(id);
            case Block.ExerciseHere(String id) when lesson.exercises().containsKey(id) -> {
                Exercise exercise = lesson.exercises().get(id);
                var card = new ExerciseCard(exercise, text, actions, memories.computeIfAbsent(
                        id, _ -> actions.standing(exercise).map(Memory::of).orElseGet(Memory::new)));
                cards.put(id, card);
                yield card.node();
            }
            default -> text.node(block);
        };
    }

    /// A card with the simulation's name and a way to put it on the stage.
    private Node simulation(String id) {
        var name = new Label("Simulation  " + id);
        name.getStyleClass().add("lesson-simulation-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var button = new Button("Show on stage");
        button.getStyleClass().add("lesson-quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            simulationOnStage(id);
            actions.showOnStage(id);
        });
        name.setMinWidth(Region.USE_PREF_SIZE);
        Pane card = scale < LARGE_TEXT ? new HBox(8, name, space, button) : new VBox(8, name, button);
        card.getStyleClass().add("lesson-simulation");
        simulations.put(id, card);
        stageButtons.put(id, button);
        return card;
    }

    /// Counts anew how many of the lesson's exercises are done.
    public void showProgress() {
        shown.ifPresent(lesson -> {
            int all = lesson.exercises().size();
            long solved = count(lesson, Progress.Standing::solved);
            long looked = count(lesson, Progress.Standing::over) - solved;
            progress.setText(solved + " of " + all + (all == 1 ? " exercise" : " exercises") + " solved"
                    + (looked > 0 ? ", " + looked + " looked up" : "") + (solved == all ? "  ✓" : ""));
            Fields.show(progress, all > 0 && solved + looked > 0);
        });
    }

    private long count(Lesson lesson, Predicate<Progress.Standing> wanted) {
        return lesson.exercises().values().stream()
                .filter(exercise -> actions.standing(exercise).filter(wanted).isPresent())
                .count();
    }

    /// Marks the simulation that is on the stage.
    public void simulationOnStage(String id) {
        onStage = id;
        simulations.forEach((each, card) -> {
            boolean here = each.equals(id);
            card.pseudoClassStateChanged(ON_STAGE, here);
            stageButtons.get(each).setText(here ? "On stage" : "Show on stage");
            stageButtons.get(each).setDisable(here);
        });
    }

    /// Shows what is wrong with the file beside the last good version of it; an empty list takes the words away.
    public void showProblems(List<Problem> found) {
        problems.getChildren().clear();
        if (!found.isEmpty()) {
            var title = new Label(found.size() == 1 ? "⚠ One problem in this lesson" : "⚠ " + found.size()
                    + " problems in this lesson");
            title.getStyleClass().add("lesson-problems-title");
            problems.getChildren().add(title);
            for (Problem problem : found.subList(0, Math.min(found.size(), 6))) {
                var line = new Label("line " + problem.line() + ", column " + problem.column() + ": " + problem.sentence());
                line.setWrapText(!Direction.turns(line.getText()));
                line.setMinHeight(Region.USE_PREF_SIZE); // a cure that is cut off cures nothing
                problems.getChildren().add(line);
            }
        }
        Fields.show(problems, !found.isEmpty());
    }

    /// The cards of the exercises by id, for tests.
    Map<String, ExerciseCard> cards() {
        return cards;
    }
}
