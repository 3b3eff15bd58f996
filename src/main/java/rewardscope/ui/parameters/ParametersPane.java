package rewardscope.ui.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.Scrolls;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// A slider for every number of the agent that may be changed while it runs; each change takes effect at once.
public final class ParametersPane implements Pane {
    private final VBox rows = new VBox();
    private final Label empty = new Label("This agent has no numbers to change.");
    private final StackPane root;
    private final Consumer<Command> commands;
    private final List<ParameterRow> shown = new ArrayList<>();
    private List<String> names = List.of();
    private Optional<Experiment> experiment = Optional.empty();

    public ParametersPane(Consumer<Command> commands) {
        this.commands = commands;
        rows.getStyleClass().add("parameters");
        var scroll = Scrolls.around(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("parameters-scroll");
        empty.getStyleClass().add("empty-note");
        root = new StackPane(scroll, empty);
        root.getStyleClass().add("parameters-pane");
        Sheets.need(root, "parameters");
        root.setMinSize(160, 80);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        List<View.Parameter> parameters = frame.view().parameters().stream()
                .filter(parameter -> !parameter.spec().onOff()) // a switch is thrown below the stage
                .toList();
        List<String> wanted = parameters.stream().map(p -> p.spec().name()).toList();
        boolean other = experiment.filter(e -> e.agentValues().equals(frame.experiment().agentValues())
                        && e.agentType().equals(frame.experiment().agentType()))
                .isEmpty();
        if (other || !wanted.equals(names)) {
            rebuild(frame.experiment(), parameters, wanted);
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(parameters.get(i));
        }
        empty.setVisible(shown.isEmpty());
    }

    @Override
    public int mostPerSecond() {
        return 10;
    }

    @Override
    public void use(Palette palette) {
        // all colours are looked up
    }

    private void rebuild(Experiment now, List<View.Parameter> parameters, List<String> wanted) {
        experiment = Optional.of(now);
        names = wanted;
        shown.clear();
        for (View.Parameter parameter : parameters) {
            Optional<Schedule> original =
                    now.agentValues().get(parameter.spec().name()) instanceof Schedule schedule
                            ? Optional.of(schedule)
                            : Optional.empty();
            shown.add(new ParameterRow(parameter, original, commands));
        }
        rows.getChildren().setAll(shown.stream().map(ParameterRow::node).toList());
    }

    /// What there is a slider for.
    List<String> names() {
        return names;
    }

    /// The row of a parameter, for tests.
    ParameterRow row(String name) {
        return shown.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
}
