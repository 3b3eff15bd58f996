package rewardscope.ui.parameters;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Intervention.ParameterChange;
import rewardscope.sim.View;
import rewardscope.ui.Signs;
import rewardscope.ui.SliderGrip;

/// One parameter: its sign and name, a slider, a field to type in, and its schedule where it has one.
final class ParameterRow {
    private final String name;
    private final double min;
    private final double max;
    private final Consumer<Command> commands;
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final Label wrong = new Label();
    private final Label schedule = new Label();
    private final Button back = new Button("Back to schedule");
    private final VBox node;

    private SliderScale scale;
    private Optional<Schedule> original = Optional.empty();
    private double shown = Double.NaN;
    private boolean showing;

    ParameterRow(View.Parameter parameter, Optional<Schedule> original, Consumer<Command> commands) {
        this.commands = commands;
        this.original = original;
        name = parameter.spec().name();
        min = parameter.spec().min();
        max = parameter.spec().max();
        scale = SliderScale.of(parameter.spec(), parameter.value());
        var sign = new Label(Signs.of(name));
        sign.getStyleClass().add("parameter-sign");
        var title = new Label(name.replace('-', ' '));
        title.getStyleClass().add("parameter-name");
        var tip = new Tooltip(parameter.spec().meaning());
        title.setTooltip(tip);
        sign.setTooltip(tip);
        slider.getStyleClass().add("parameter-slider");
        slider.setBlockIncrement(0.05);
        SliderGrip.install(slider);
        slider.setAccessibleText(name + ". " + parameter.spec().meaning());
        slider.setTooltip(tip);
        field.getStyleClass().add("parameter-field");
        field.setPrefColumnCount(7);
        field.setAccessibleText(name + ", a number from " + NumberText.show(min) + " to " + NumberText.show(max));
        wrong.getStyleClass().add("parameter-wrong");
        wrong.setWrapText(true);
        schedule.getStyleClass().add("parameter-schedule");
        back.getStyleClass().add("parameter-back");
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(sign, title, slider, field);
        line.getStyleClass().add("parameter-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var notes = new HBox(schedule, back, wrong);
        notes.getStyleClass().add("parameter-notes");
        notes.setAlignment(Pos.CENTER_LEFT);
        for (var each : new javafx.scene.Node[] {schedule, back, wrong, notes}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        notes.visibleProperty().bind(schedule.visibleProperty().or(back.visibleProperty()).or(wrong.visibleProperty()));
        wrong.setVisible(false);
        node = new VBox(line, notes);
        node.getStyleClass().add("parameter");
        slider.valueProperty().addListener((_, _, way) -> {
            if (!showing) {
                change(scale.value(way.doubleValue()));
            }
        });
        field.setOnAction(_ -> typed());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                typed();
            }
        });
        back.setOnAction(_ -> this.original.ifPresent(s -> send(s)));
    }

    VBox node() {
        return node;
    }

    String name() {
        return name;
    }

    Slider slider() {
        return slider;
    }

    TextField field() {
        return field;
    }

    Label wrong() {
        return wrong;
    }

    Button back() {
        return back;
    }

    /// Shows the value in force, unless somebody is just changing it.
    void show(View.Parameter parameter) {
        boolean scheduled = !NumberText.parse(parameter.schedule()).isPresent();
        schedule.setText(scheduled ? "follows " + parameter.schedule() : "");
        schedule.setVisible(scheduled);
        back.setVisible(!scheduled && original.filter(s -> !(s instanceof Schedule.Constant)).isPresent());
        if (parameter.value() == shown || slider.isPressed() || slider.isValueChanging()) {
            return;
        }
        shown = parameter.value();
        showing = true;
        slider.setValue(scale.way(shown));
        showing = false;
        if (!field.isFocused()) {
            field.setText(NumberText.show(shown));
            wrong.setVisible(false);
        }
    }

    private void typed() {
        String text = field.getText();
        if (text.equals(NumberText.show(shown))) {
            wrong.setVisible(false);
            return;
        }
        OptionalDouble value = NumberText.parse(text);
        if (value.isEmpty()) {
            complain("“" + text.strip() + "” is not a number; write one such as 0.5.");
        } else if (value.getAsDouble() < min || value.getAsDouble() > max) {
            complain("Write a number from " + NumberText.show(min) + " to " + NumberText.show(max) + ".");
        } else {
            change(value.getAsDouble());
            showing = true;
            slider.setValue(scale.way(value.getAsDouble()));
            showing = false;
        }
    }

    private void complain(String sentence) {
        wrong.setText(sentence);
        wrong.setVisible(true);
    }

    private void change(double value) {
        wrong.setVisible(false);
        if (value == shown) {
            return;
        }
        shown = value;
        if (!field.isFocused() || NumberText.parse(field.getText()).orElse(Double.NaN) != value) {
            field.setText(NumberText.show(value));
        }
        send(new Schedule.Constant(value));
    }

    private void send(Schedule wanted) {
        commands.accept(new Command.Intervene(new ParameterChange(name, wanted)));
    }
}
