package rewardscope.ui.parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import rewardscope.agent.ParameterSpec.Hyper;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention.ParameterChange;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

/// Below the stage: the parts of an algorithm that may be switched off and on while it runs. Each switch is a logged
/// change of a hyper-parameter; thrown in the past of a run it forks it, and both futures go on together.
public final class SwitchBar implements Pane {
    private final FlowPane bar = new FlowPane(16, 4);
    private final Consumer<Command> commands;
    private final Map<String, CheckBox> switches = new LinkedHashMap<>();
    private List<Hyper> shown = List.of();

    public SwitchBar(Consumer<Command> commands) {
        this.commands = commands;
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("choice-bar");
        bar.setVisible(false);
        bar.managedProperty().bind(bar.visibleProperty());
    }

    @Override
    public Node node() {
        return bar;
    }

    @Override
    public void show(Frame frame) {
        List<View.Parameter> there = frame.view().parameters().stream()
                .filter(parameter -> parameter.spec().onOff())
                .toList();
        List<Hyper> specs = there.stream().map(View.Parameter::spec).toList();
        if (!specs.equals(shown)) {
            shown = specs;
            offer();
        }
        there.forEach(parameter -> switches.get(parameter.spec().name()).setSelected(parameter.value() >= 0.5));
    }

    private void offer() {
        switches.clear();
        bar.getChildren().setAll(new Label("With"));
        for (Hyper spec : shown) {
            var box = new CheckBox(spec.symbol());
            box.setId("switch-" + spec.name());
            box.setTooltip(new Tooltip(spec.meaning()));
            box.setOnAction(_ -> commands.accept(new Command.Intervene(
                    new ParameterChange(spec.name(), new Schedule.Constant(box.isSelected() ? 1 : 0)))));
            switches.put(spec.name(), box);
            bar.getChildren().add(box);
        }
        bar.setVisible(!shown.isEmpty());
    }

    @Override
    public void use(Palette palette) {
        // the style sheet does it
    }

    /// The switch of a parameter, for tests.
    CheckBox of(String name) {
        return switches.get(name);
    }
}
