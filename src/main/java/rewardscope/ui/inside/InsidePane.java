package rewardscope.ui.inside;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.Pane;
import rewardscope.ui.Scrolls;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// One of the pictures of what a learner keeps or does, with a button for each that this agent has.
public final class InsidePane implements Pane {
    /// Lower than this a curve is a line: in a low window one scrolls to the rest of a figure.
    private static final double LOWEST = 190;

    private final List<Figure> figures = List.of(
            new ClippedFigure(),
            new LineSearchFigure(),
            new PenaltyFigure(),
            new EpisodeFigure(),
            new ScatterFigure(),
            new PolicyFigure(),
            new AdvantageFigure(),
            new ReplayFigure(),
            new NetworksFigure(),
            new RewardModelFigure(),
            new TokensFigure(),
            new FeedbackFigure(),
            new MarginFigure(),
            new FrontierFigure(),
            new OptimumFigure());
    private final BorderPane root = new BorderPane();
    private final HBox choice = new HBox(4);
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Figure, ToggleButton> buttons = new LinkedHashMap<>();
    private final FigureView view = new FigureView();
    private final Label empty = new Label("This agent keeps nothing that could be shown here. Policy gradients, deep"
            + " Q-networks and learning from feedback do.");
    private Set<Look> offered = EnumSet.noneOf(Look.class);
    private Optional<Figure> chosen = Optional.empty();

    public InsidePane() {
        root.getStyleClass().add("chart-pane");
        Sheets.need(root, "chart");
        choice.getStyleClass().add("chart-choice");
        choice.setAlignment(Pos.CENTER_LEFT);
        empty.getStyleClass().add("empty-note");
        empty.setWrapText(true);
        root.setTop(choice);
        view.setMinHeight(LOWEST);
        var field = Scrolls.around(view);
        field.setFitToWidth(true);
        field.setFitToHeight(true);
        field.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        field.setFocusTraversable(false);
        root.setCenter(new StackPane(field, empty));
        field.visibleProperty().bind(view.visibleProperty());
        root.setMinSize(160, 100);
        view.setVisible(false);
        group.selectedToggleProperty().subscribe((was, now) -> {
            if (now == null && was != null && buttons.containsValue(was)) {
                was.setSelected(true); // one of them is always on
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Set<Look> looks() {
        return chosen.map(figure -> (Set<Look>) EnumSet.of(figure.look())).orElse(Set.of());
    }

    @Override
    public void show(Frame frame) {
        Set<Look> there = frame.view().looks().offered();
        if (!there.equals(offered) || buttons.isEmpty()) {
            offer(there);
        }
        view.show(frame.view(), frame.views());
    }

    @Override
    public int mostPerSecond() {
        return 15;
    }

    @Override
    public void use(Palette palette) {
        view.use(palette);
    }

    /// The titles that can be chosen now.
    public List<String> titles() {
        return buttons.keySet().stream().map(Figure::title).toList();
    }

    /// Chooses a picture by its title, if this agent has it.
    public void choose(String title) {
        buttons.forEach((figure, button) -> {
            if (figure.title().equals(title)) {
                button.setSelected(true);
            }
        });
    }

    /// Chooses a picture by what it looks at, now or as soon as an agent has it.
    public void bringForward(Look look) {
        figures.stream().filter(figure -> figure.look() == look).findFirst().ifPresent(figure -> {
            chosen = Optional.of(figure);
            Optional.ofNullable(buttons.get(figure)).ifPresent(button -> button.setSelected(true));
        });
    }

    FigureView view() {
        return view;
    }

    private void offer(Set<Look> there) {
        offered = there;
        var gone = List.copyOf(buttons.values());
        buttons.clear();
        gone.forEach(button -> button.setToggleGroup(null)); // else the group keeps them for good
        for (Figure figure : figures) {
            if (there.contains(figure.look())) {
                var button = new ToggleButton(figure.title());
                button.setToggleGroup(group);
                button.getStyleClass().add("chip");
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setTooltip(new Tooltip(figure.meaning()));
                button.selectedProperty().subscribe(on -> {
                    if (on) {
                        chosen = Optional.of(figure);
                        view.show(figure);
                    }
                });
                buttons.put(figure, button);
            }
        }
        choice.getChildren().setAll(buttons.values());
        empty.setVisible(buttons.isEmpty());
        view.setVisible(!buttons.isEmpty());
        Optional<Figure> wanted =
                chosen.filter(buttons::containsKey).or(() -> buttons.keySet().stream().findFirst());
        chosen = wanted;
        wanted.ifPresent(figure -> buttons.get(figure).setSelected(true));
    }
}
