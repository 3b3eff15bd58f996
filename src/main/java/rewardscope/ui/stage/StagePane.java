package rewardscope.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import rewardscope.agent.AgentType;
import rewardscope.agent.language.LanguageLook;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.Signs;
import rewardscope.ui.equation.Figures;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// The world, as large as it fits, or two worlds beside each other while two branches advance together.
public final class StagePane implements Pane {
    private final BorderPane root = new BorderPane();
    private final HBox stages = new HBox();
    private final StageView first;
    private final StageView second;
    private final Legend legend = new Legend();
    private final SegmentedButton layers = new SegmentedButton();
    private final AttentionChooser attention;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Layer, ToggleButton> buttons = new EnumMap<>(Layer.class);

    private Palette palette = Palette.LIGHT;
    private Optional<Frame> shown = Optional.empty();
    private Optional<AgentType> shownAgent = Optional.empty();
    private List<Layer> offered = List.of();
    private Layer layer = Layer.VALUES;
    private final ToggleButton truth = new ToggleButton("Show the truth");
    private boolean offering;

    /// @param pointing shared by all panes
    /// @param commands takes what is asked of the runner
    public StagePane(Pointing pointing, Consumer<Command> commands) {
        first = new StageView(pointing, commands);
        second = new StageView(pointing, commands);
        second.getStyleClass().add("second");
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        first.setPrefWidth(1);
        second.setPrefWidth(1);
        stages.getStyleClass().add("stages");
        stages.getChildren().add(first);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        attention = new AttentionChooser(choice -> {
            first.show(choice);
            second.show(choice);
        });
        var header = new HBox(legend, attention, space, truth, layers);
        header.getStyleClass().add("stage-header");
        header.setAlignment(Pos.CENTER);
        truth.getStyleClass().add("truth");
        truth.setId("show-truth");
        truth.setTooltip(new Tooltip("What the arms really pay, which no learner sees"));
        truth.selectedProperty().subscribe(on -> {
            truth.setText(on ? "Hide the truth" : "Show the truth");
            first.reveal(on);
            second.reveal(on);
        });
        truth.setVisible(false);
        truth.setManaged(false);
        layers.setToggleGroup(group);
        group.selectedToggleProperty().subscribe((was, now) -> {
            if (now == null && was != null && !offering) {
                was.setSelected(true); // one of them is always on
            }
        });
        root.setTop(header);
        root.setCenter(stages);
        root.getStyleClass().add("stage-pane");
        Sheets.need(root, "stage");
        root.setMinSize(160, 120);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        if (shown.filter(old -> old == frame).isPresent()) {
            return;
        }
        boolean arms = frame.view().world() instanceof View.World.Arms;
        truth.setVisible(arms);
        truth.setManaged(arms);
        if (shown.filter(old -> old.experiment().source().equals(frame.experiment().source())).isEmpty()) {
            truth.setSelected(false);
        }
        shown = Optional.of(frame);
        boolean two = frame.sideBySide() && frame.views().size() > 1;
        View view = two ? frame.views().getFirst() : frame.view();
        offer(frame, view);
        if (two != stages.getChildren().contains(second)) {
            stages.getChildren().setAll(two ? List.of(first, second) : List.of(first));
        }
        if (two) {
            View other = frame.active() > 0 ? frame.view() : frame.views().get(1);
            first.show(frame, view, Optional.of(name(view, other)));
            second.show(frame, other, Optional.of(name(other, view)));
        } else {
            first.show(frame, view, Optional.empty());
        }
        describe();
    }

    /// The branch, and the numbers by which it differs from the other: `B  α 0.1`.
    static String name(View view, View other) {
        var name = new StringBuilder(view.label());
        for (View.Parameter parameter : view.parameters()) {
            boolean differs = other.parameters().stream()
                    .anyMatch(p -> p.spec().name().equals(parameter.spec().name()) && p.value() != parameter.value());
            if (differs) {
                name.append("   ")
                        .append(Signs.orName(parameter.spec().name()))
                        .append(' ')
                        .append(Figures.brief(parameter.value()));
            }
        }
        return name.toString();
    }

    @Override
    public Set<Look> looks() {
        return layer.looks();
    }

    @Override
    public void use(Palette palette) {
        this.palette = palette;
        first.use(palette);
        second.use(palette);
        describe();
    }

    /// Whether things move to explain themselves.
    public void setReducedMotion(boolean reduced) {
        first.reduceMotion(reduced);
        second.reduceMotion(reduced);
    }

    /// Draws so many times the pixels, for pictures that are taken at a scale.
    public void setPictureScale(double scale) {
        first.pictureScale(scale);
        second.pictureScale(scale);
    }

    /// What is shown now.
    public Layer layer() {
        return layer;
    }

    /// Shows a layer, if there is such a thing in this run.
    public void select(Layer wanted) {
        if (offered.contains(wanted)) {
            buttons.get(wanted).setSelected(true);
        }
    }

    StageView firstView() {
        return first;
    }

    private void offer(Frame frame, View view) {
        AgentType agent = frame.experiment().agentType();
        List<Layer> there = Layer.of(view);
        boolean otherAgent = shownAgent.filter(agent::equals).isEmpty();
        if (!there.equals(offered) || otherAgent) {
            offering = true;
            offered = there;
            buttons.values().forEach(gone -> gone.setToggleGroup(null)); // else the group keeps them for good
            buttons.clear();
            layers.getButtons().clear();
            for (Layer each : there) {
                boolean both = each == Layer.VALUES
                        && view.learned().v().isEmpty()
                        && view.learned().q().isPresent();
                var button = new ToggleButton(both ? "max Q" : each.label());
                button.setTooltip(new Tooltip(each.meaning()));
                button.selectedProperty().subscribe(on -> {
                    if (on && !offering) {
                        change(each);
                    }
                });
                buttons.put(each, button);
                layers.getButtons().add(button);
            }
            layers.setVisible(there.size() > 1);
        } else {
            return;
        }
        shownAgent = Optional.of(agent);
        Layer wanted = otherAgent || !there.contains(layer) ? Layer.preferred(view, agent.family()) : layer;
        if (there.contains(wanted)) {
            buttons.get(wanted).setSelected(true);
        }
        change(wanted);
        offering = false;
    }

    private void change(Layer wanted) {
        layer = wanted;
        first.show(wanted);
        second.show(wanted);
        describe();
    }

    private void describe() {
        if (shown.isEmpty()) {
            return;
        }
        first.picture().ifPresent(picture -> {
            View view = picture.view();
            boolean bare = view.world() instanceof View.World.Lab; // there is nothing to choose in it
            root.getTop().setVisible(!bare);
            root.getTop().setManaged(!bare);
            boolean language = view.world() instanceof View.World.Language;
            if (view.world() instanceof View.World.Language(LanguageLook look)) {
                attention.offer(look);
            }
            attention.setVisible(language);
            attention.setManaged(language);
            layers.setManaged(!language);
            if (view.world() instanceof View.World.Finite finite
                    && finite.model().states() > 1
                    && (view.learned().v().isPresent() || view.learned().q().isPresent())) {
                String title = layer == Layer.ACTION_VALUES ? "Q" : view.learned().v().isPresent() ? "V" : "max Q";
                legend.show(title, CellPainter.scale(picture, finite.model().states()));
                legend.setVisible(true);
                legend.setManaged(true);
            } else if (Portraits.shown(picture).isPresent()) {
                legend.setManaged(true);
                var portrait = Portraits.shown(picture).get();
                List<String> actions = portrait.actions() instanceof ActionSpace.Discrete d ? d.names() : List.of();
                if (layer == Layer.POLICY && first.painter() instanceof FloorPainter) {
                    legend.setVisible(false);
                } else if (layer == Layer.POLICY) {
                    boolean two = actions.size() == 2;
                    legend.show(
                            Portraits.title(layer, actions),
                            two ? 0 : -1,
                            1,
                            share -> PhasePortrait.shade(palette, two ? 2 * share - 1 : share));
                    legend.setVisible(true);
                } else {
                    String title = view.learned().q().isPresent() ? "max Q" : "V";
                    legend.show(title, PhasePortrait.scale(palette, portrait));
                    legend.setVisible(true);
                }
            } else {
                legend.setVisible(false);
                legend.setManaged(!language);
            }
        });
    }
}
