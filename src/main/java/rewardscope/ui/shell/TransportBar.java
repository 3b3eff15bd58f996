package rewardscope.ui.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.agent.Family;
import rewardscope.sim.Command;
import rewardscope.sim.Counts;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.SliderGrip;
import rewardscope.ui.theme.Palette;

/// The app's signature: like a film editor's bar. To the start, a step back, a step, a unit, run; speed; where the run
/// stands; the track to scrub; branches; the seed and a new one.
final class TransportBar implements Pane {
    private static final double SHORTEST_TRACK = 160;

    private final Consumer<Command> commands;
    private final HBox bar = new HBox(8) {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            makeRoom();
        }
    };
    private final Button back;
    private final Button step;
    private final Button run;
    private final Button unit;
    private final FontIcon runIcon = new FontIcon(Material2MZ.PLAY_ARROW);
    private final Slider speed = new Slider(0, 1, 0.3);
    private final Label speedWords = new Label();
    private final Label where = new Label();
    private final Label rate = new Label();
    private final Label seed = new Label();
    private final Scrubber scrubber;
    private final ToggleButton together = new ToggleButton("A | B");
    private final Button branch = new Button();
    private Command.Unit bigUnit = Command.Unit.EPISODE;
    private boolean running;
    private boolean person;
    private boolean settingSpeed;
    private int branches = 1;
    private int active;
    private double fittedFor = -1;

    /// @param reseed asked for when a new seed is wanted
    TransportBar(Consumer<Command> commands, Runnable reseed) {
        this.commands = commands;
        scrubber = new Scrubber(act -> commands.accept(new Command.Seek(act)));
        Button start = button(Material2MZ.SKIP_PREVIOUS, "To the start", "Home", this::toStart);
        back = button(Material2AL.KEYBOARD_ARROW_LEFT, "One act back", "←", this::stepBack);
        step = button(Material2AL.KEYBOARD_ARROW_RIGHT, "One act", "→", this::step);
        back.setText("step");
        step.setText("step");
        step.setContentDisplay(ContentDisplay.RIGHT);
        step.getStyleClass().add("accent");
        unit = button(Material2MZ.SKIP_NEXT, "To the end of the episode", "N", this::stepUnit);
        unit.setText("episode");
        unit.setContentDisplay(ContentDisplay.RIGHT);
        run = new Button("run", runIcon);
        run.setOnAction(_ -> toggleRun());
        run.setTooltip(new Tooltip("Run, or pause (Space)"));
        run.setMinWidth(84);
        run.setId("run");
        start.setId("to-start");
        back.setId("step-back");
        step.setId("step");
        unit.setId("unit");

        speed.setPrefWidth(120);
        SliderGrip.install(speed);
        speed.setId("speed");
        speed.setAccessibleText("Speed");
        speed.setTooltip(new Tooltip("Speed, from one act in two seconds to as fast as it goes (− and +)"));
        speed.valueProperty().addListener((_, _, position) -> {
            Frame.Speed wanted = SpeedScale.at(position.doubleValue());
            speedWords.setText(SpeedScale.words(wanted));
            if (!settingSpeed) {
                commands.accept(new Command.SetSpeed(wanted));
            }
        });
        speedWords.getStyleClass().add("transport-small");
        speedWords.setText(SpeedScale.words(SpeedScale.at(speed.getValue())));
        var speedBox = new VBox(0, speed, speedWords);
        speedBox.setAlignment(Pos.CENTER);
        speedBox.setMinWidth(128);

        where.getStyleClass().add("transport-where");
        where.setMinWidth(150);
        rate.getStyleClass().add("transport-small");
        var whereBox = new VBox(0, where, rate);
        whereBox.setAlignment(Pos.CENTER_LEFT);

        HBox.setHgrow(scrubber, Priority.ALWAYS);
        scrubber.setId("scrubber");

        Button fork = button(Material2AL.CALL_SPLIT, "Fork here: go another way and keep this one", "F", this::fork);
        fork.setId("fork");
        branch.setTooltip(new Tooltip("Branch shown; press for the next (B)"));
        branch.setOnAction(_ -> nextBranch());
        together.setTooltip(new Tooltip("Run all branches together, side by side (T)"));
        together.setOnAction(_ -> commands.accept(new Command.SideBySide(together.isSelected())));
        together.setId("together");

        seed.getStyleClass().add("transport-seed");
        seed.setId("seed");
        Button dice = button(Material2AL.CASINO, "Start over with a new seed", "R", reseed);
        dice.setId("reseed");

        bar.getChildren()
                .addAll(start, back, step, unit, run, speedBox, whereBox, scrubber, fork, branch, together, seed, dice);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("transport");
        showBranches(1, 0);
    }

    private static Button button(Ikon icon, String what, String key, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setTooltip(new Tooltip(what + " (" + key + ")"));
        button.setAccessibleText(what);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void toStart() {
        commands.accept(new Command.Seek(0));
    }

    void stepBack() {
        commands.accept(new Command.SeekBy(-1));
    }

    void step() {
        commands.accept(new Command.Step(Command.Unit.ACT, 1));
    }

    void stepUnit() {
        if (person) {
            return;
        }
        commands.accept(new Command.Step(bigUnit, 1));
    }

    /// A person cannot be run: each of their acts waits for a choice.
    void toggleRun() {
        if (person) {
            return;
        }
        commands.accept(new Command.Toggle());
    }

    void fork() {
        commands.accept(new Command.Fork());
    }

    void nextBranch() {
        commands.accept(new Command.SelectBranch((active + 1) % branches));
    }

    void toggleTogether() {
        together.fire();
    }

    void faster(double by) {
        speed.setValue(speed.getValue() + by);
    }

    @Override
    public Node node() {
        return bar;
    }

    @Override
    public void show(Frame frame) {
        running = frame.status() instanceof Frame.Status.Running;
        person = !frame.view().choices().isEmpty();
        run.setDisable(person);
        unit.setDisable(person);
        String wanted = running ? "pause" : "run";
        if (!run.getText().equals(wanted)) {
            run.setText(wanted);
            runIcon.setIconCode(running ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW);
        }
        chooseUnit(frame.experiment().agentType().family());
        Counts counts = frame.view().counts();
        where.setText(words(counts, bigUnit));
        rate.setText(
                frame.status() instanceof Frame.Status.Running(long target) && target >= 0
                        ? String.format(Locale.ROOT, "act %,d, back to %,d", counts.acts(), target)
                        : running ? rateWords(frame.actsPerSecond()) : statusWords(frame.status()));
        String seedText = "seed " + frame.experiment().seed();
        if (!seedText.equals(seed.getText())) {
            seed.setText(seedText);
        }
        if (!speed.isValueChanging()
                && Math.abs(SpeedScale.positionOf(frame.speed()) - speed.getValue()) > 0.02
                && !speed.isPressed()) {
            settingSpeed = true;
            speed.setValue(SpeedScale.positionOf(frame.speed()));
            settingSpeed = false;
        }
        if (frame.views().size() != branches || frame.active() != active) {
            showBranches(frame.views().size(), frame.active());
        }
        together.setSelected(frame.sideBySide());
        scrubber.show(frame);
    }

    private void showBranches(int count, int shown) {
        branches = count;
        active = shown;
        boolean several = count > 1;
        branch.setVisible(several);
        branch.setManaged(several);
        together.setVisible(several);
        together.setManaged(several);
        branch.setText("branch " + (char) ('A' + shown));
    }

    /// Where large letters or several branches leave too little room for the track, the buttons whose signs speak for
    /// themselves go without their words.
    private void makeRoom() {
        double now = bar.getWidth() + 10_000 * run.getFont().getSize() + branches;
        if (now == fittedFor) {
            return;
        }
        fittedFor = now;
        Platform.runLater(() -> {
            sayWords(true);
            bar.applyCss();
            double others = bar.prefWidth(-1) - Math.max(scrubber.minWidth(-1), scrubber.prefWidth(-1));
            sayWords(others + SHORTEST_TRACK <= bar.getWidth());
        });
    }

    private void sayWords(boolean words) {
        back.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        step.setContentDisplay(words ? ContentDisplay.RIGHT : ContentDisplay.GRAPHIC_ONLY);
        unit.setContentDisplay(words ? ContentDisplay.RIGHT : ContentDisplay.GRAPHIC_ONLY);
    }

    private void chooseUnit(Family family) {
        var natural = switch (family) {
            case PLANNING -> Command.Unit.SWEEP;
            case LANGUAGE -> Command.Unit.UPDATE;
            default -> Command.Unit.EPISODE;
        };
        if (natural != bigUnit) {
            bigUnit = natural;
            unit.setText(natural.name().toLowerCase(Locale.ROOT));
            unit.setTooltip(new Tooltip("To the end of the " + unit.getText() + " (N)"));
        }
    }

    private static String words(Counts counts, Command.Unit unit) {
        return switch (unit) {
            case SWEEP -> String.format(Locale.ROOT, "sweep %,d · backup %,d", counts.sweeps(), counts.acts());
            case UPDATE -> String.format(Locale.ROOT, "update %,d", counts.updates());
            default -> String.format(Locale.ROOT, "episode %,d · step %,d", counts.episodes() + 1, counts.steps());
        };
    }

    private static String rateWords(double rate) {
        return rate < 1 ? "" : String.format(Locale.ROOT, "%,.0f acts/s", rate);
    }

    private static String statusWords(Frame.Status status) {
        return switch (status) {
            case Frame.Status.Paused _ -> "paused";
            case Frame.Status.Running _ -> "";
            case Frame.Status.Finished finished -> finished.why();
            case Frame.Status.Failed _ -> "stopped";
        };
    }

    @Override
    public int mostPerSecond() {
        return 15;
    }

    @Override
    public void use(Palette palette) {
        scrubber.use(palette);
    }
}
