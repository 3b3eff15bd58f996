package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.ui.Pane;

/// Where everything lies: library, lesson and, to the right, stage over equation over the tabs, with the transport bar
/// below all of it. Presenter mode leaves stage, equation and transport.
final class Workbench {
    private static final double WIDTH_OF_CARDS = 280;
    /// What a class sees at a time.
    enum Focus {
        BOTH,
        STAGE,
        EQUATION,
        LESSON,
        INSTRUMENTS
    }

    private static final double STAGE_SHARE = 0.42;
    private static final double EQUATION_END = 0.73;
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    private static final double ROOM_FOR_LIBRARY = 1400;

    private final BorderPane root = new BorderPane();
    private final SplitPane columns = new SplitPane();
    private final SplitPane right = new SplitPane();
    private final StackPane lessonSlot = new StackPane();
    private final StackPane middle = new StackPane(columns);
    private final Node library;
    private final Region tools;
    private final Instruments instruments;
    private final Node stageCard;
    private final Node equationCard;
    private Runnable arranged = () -> {};
    private boolean presenting;
    private Focus focus = Focus.BOTH;
    private boolean libraryShown;
    private boolean lessonShown = true;
    private List<Double> keptColumns = List.of();
    private Optional<Places> beforePresenting = Optional.empty();

    /// What is folded away, which instrument is in front, and where the dividers are, as shares of the room.
    record Places(boolean library, boolean lesson, String tab, List<Double> columns, List<Double> panes) {}

    /// @param width of the window: a narrow one starts with the library folded away
    /// @param tools away while presenting
    /// @param notices what must be read, in front of a class too
    /// @param belowStage what belongs to the stage, under it
    /// @param instruments the tabs below the equation, by their titles; they are there from [#fill] on
    /// @param tabChosen called when another tab has come forward
    Workbench(
            double width,
            Node library,
            Region tools,
            Node notices,
            Pane stage,
            Node belowStage,
            Pane equation,
            Map<String, Pane> instruments,
            Runnable tabChosen,
            Pane transport) {
        libraryShown = width >= ROOM_FOR_LIBRARY;
        this.library = library;
        this.instruments = new Instruments(instruments, tabChosen, this::arrange);
        this.tools = tools;
        lessonSlot.getStyleClass().add("lesson-slot");
        var equationBox = new StackPane(equation.node());
        equationBox.getStyleClass().add("equation-slot");
        equationCard = new Card(equationBox);
        var stageBox = new VBox(stage.node(), belowStage);
        stageCard = new Card(stageBox);
        VBox.setVgrow(stage.node(), Priority.ALWAYS);
        stageBox.getStyleClass().add("stage-slot");
        stageBox.setMinSize(240, 160);
        equationBox.setMinHeight(90);
        right.setOrientation(Orientation.VERTICAL);
        right.getItems().addAll(stageCard, equationCard, this.instruments.node());
        right.setDividerPositions(STAGE_SHARE, EQUATION_END);
        SplitPane.setResizableWithParent(equationCard, false);
        SplitPane.setResizableWithParent(library, false);
        root.setTop(new VBox(tools, notices));
        columns.getStyleClass().add("columns");
        root.setCenter(middle);
        root.setBottom(transport.node());
        root.getStyleClass().add("workbench");
        arrange();
    }

    /// Makes the tabs, if they are not there yet.
    void fill() {
        instruments.fill();
    }

    /// Leaves out tabs that have nothing to show for what is on the stage.
    void leaveOut(Set<String> titles) {
        instruments.leaveOut(titles);
    }

    /// Gives the tabs the whole height, or stage and equation their share back.
    void toggleEnlarged() {
        instruments.toggleEnlarged();
        arrange();
    }

    BorderPane root() {
        return root;
    }

    Node library() {
        return library;
    }

    Node lesson() {
        return lessonSlot;
    }

    Node stage() {
        return stageCard;
    }

    Node equation() {
        return equationCard;
    }

    Node instruments() {
        return instruments.node();
    }

    Node transport() {
        return root.getBottom();
    }

    /// Where something can be laid over the columns.
    StackPane middle() {
        return middle;
    }

    void setLesson(Node lesson) {
        lessonSlot.getChildren().setAll(lesson);
    }

    /// Says what to do when another instrument comes to be seen.
    void whenBroughtForward(Runnable shown) {
        instruments.whenBroughtForward(shown);
    }

    /// Brings an instrument forward: `Charts`, `Table`, `Parameters`, `Log`.
    void bringForward(String title) {
        instruments.bringForward(title);
    }

    Places places() {
        return beforePresenting.orElseGet(() -> new Places(
                libraryShown, lessonShown, instruments.chosen(), positions(columns), positions(right)));
    }

    private static List<Double> positions(SplitPane pane) {
        return Arrays.stream(pane.getDividerPositions()).boxed().toList();
    }

    /// Lies as it did; what cannot be as it was is as usual.
    void restore(Places places) {
        libraryShown = places.library();
        lessonShown = places.lesson();
        instruments.choose(places.tab());
        keptColumns = places.columns();
        if (places.panes().size() == right.getDividers().size()) {
            right.setDividerPositions(places.panes().stream().mapToDouble(x -> x).toArray());
        }
        arrange();
    }

    void toggleLibrary() {
        keptColumns = List.of();
        libraryShown = !libraryShown;
        arrange();
    }

    void toggleLesson() {
        keptColumns = List.of();
        lessonShown = !lessonShown;
        arrange();
    }

    void present(boolean on) {
        beforePresenting = on ? Optional.of(places()) : Optional.empty();
        presenting = on;
        arrange();
    }

    /// Shows one thing alone, or stage and equation together, while presenting.
    void focus(Focus on) {
        focus = on;
        arrange();
    }

    Focus focus() {
        return focus;
    }

    boolean presenting() {
        return presenting;
    }

    private void arrange() {
        var shown = new ArrayList<Node>();
        if (libraryShown && !presenting) {
            shown.add(library);
        }
        if (presenting ? focus == Focus.LESSON : lessonShown) {
            shown.add(lessonSlot);
        }
        if (!presenting || focus != Focus.LESSON) {
            shown.add(right);
        }
        show(columns, shown);
        columns.pseudoClassStateChanged(PRESENTING, presenting);
        tools.setVisible(!presenting);
        tools.setManaged(!presenting);
        if (presenting) {
            show(right, switch (focus) {
                case STAGE -> List.of(stageCard);
                case EQUATION -> List.of(equationCard);
                case INSTRUMENTS -> List.of(stageCard, instruments.node());
                case BOTH, LESSON -> List.of(stageCard, equationCard);
            });
            divideRight(focus == Focus.INSTRUMENTS ? 0.5 : 0.62);
        } else if (instruments.enlarged()) {
            show(right, List.of(instruments.node()));
        } else if (right.getItems().size() < 3) {
            show(right, List.of(stageCard, equationCard, instruments.node()));
            divideRight(STAGE_SHARE, EQUATION_END);
        }
        place();
        arranged.run();
    }

    /// Parts that stay are left where they are: what is taken out and put in again takes on all its styles anew.
    private static void show(SplitPane pane, List<Node> parts) {
        pane.getItems().retainAll(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (i == pane.getItems().size() || pane.getItems().get(i) != parts.get(i)) {
                pane.getItems().add(i, parts.get(i)); // they keep their order, so it was not there
            }
        }
    }

    /// The equation keeps its height when the window's parts grow or shrink, which they do when a presentation begins or
    /// ends: the shares are set again when everything has its new size.
    private void divideRight(double... shares) {
        right.setDividerPositions(shares);
        if (root.getScene() != null) {
            var scene = root.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (right.getDividers().size() == shares.length) {
                        right.setDividerPositions(shares);
                    }
                }
            });
        }
    }

    /// Sets the dividers for the width that there is: text as wide as it reads well, the stage gets the rest.
    void place() {
        if (!presenting && !keptColumns.isEmpty() && keptColumns.size() == columns.getDividers().size()) {
            columns.setDividerPositions(keptColumns.stream().mapToDouble(x -> x).toArray());
            return;
        }
        double width = columns.getWidth() > 0 ? columns.getWidth() : 1440;
        double libraryWidth = columns.getItems().contains(library) ? Math.clamp(width * 0.16, 200, 280) : 0;
        double lessonWidth = columns.getItems().contains(lessonSlot) && columns.getItems().contains(right) ? Math.clamp(width * 0.34, 320, 640) : 0;
        var positions = new ArrayList<Double>();
        if (libraryWidth > 0) {
            positions.add(libraryWidth / width);
        }
        if (lessonWidth > 0) {
            positions.add((libraryWidth + lessonWidth) / width);
        }
        columns.setDividerPositions(positions.stream().mapToDouble(x -> x).toArray());
    }

    /// Keeps the lesson as wide as its cards and tables need in larger text; the stage gets less.
    ///
    /// @param textScale 1 for 16-pixel body text
    void scale(double textScale) {
        lessonSlot.setMinWidth(textScale > 1 ? WIDTH_OF_CARDS * textScale : Region.USE_COMPUTED_SIZE);
    }

    /// Says what to do whenever what can be seen has changed.
    void whenArranged(Runnable then) {
        arranged = then;
    }

    /// Whether the lesson's text can be seen.
    boolean lessonInSight() {
        return columns.getItems().contains(lessonSlot);
    }

    /// What can be seen of it, for tests.
    List<Node> shown() {
        return List.copyOf(columns.getItems());
    }
}
