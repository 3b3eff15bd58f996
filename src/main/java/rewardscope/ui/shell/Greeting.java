package rewardscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.welcome.Tour;
import rewardscope.ui.welcome.WelcomeHost;

/// This window for newcomers.
record Greeting(Desk desk) implements WelcomeHost {
    private static final String RAT = "04-temporal-difference/the-rat-on-the-linear-track.md";
    private static final Frame.Speed BRISK = new Frame.Speed(8);

    @Override
    public Pane window() {
        return desk.bench().root();
    }

    @Override
    public void watchTheRat() {
        Path rat = desk.library().folder().resolve(RAT);
        if (!Files.isRegularFile(rat)) {
            desk.openPlayground();
            begin();
            return;
        }
        desk.load(rat).thenRunAsync(this::begin, Platform::runLater);
    }

    private void begin() {
        desk.send(new Command.SetSpeed(BRISK));
        desk.send(new Command.Run());
    }

    @Override
    public void beginTheCourse() {
        desk.openFirst();
    }

    @Override
    public void openPlayground() {
        desk.openPlayground();
    }

    @Override
    public List<Tour.Stop> stops() {
        var bench = desk.bench();
        return List.of(
                new Tour.Stop(bench.library(), "The library", "Lessons by unit, and the playground, where any world meets"
                        + " any agent. L folds it away and brings it back."),
                new Tour.Stop(bench.lesson(), "The lesson", "Text, formulas and exercises. Blue buttons in the text act on"
                        + " the simulation beside it. K folds it away."),
                new Tour.Stop(bench.stage(), "The stage", "The world and what the agent has learned about it. Click a cell,"
                        + " or go there with the arrow keys and press Enter, to ask why it has its value."),
                new Tour.Stop(bench.equation(), "The equation", "The last update, with its numbers below its symbols. Point"
                        + " at a number: the cell that it came from lights up."),
                new Tour.Stop(bench.instruments(), "The instruments", "Curves, tables, the inside of the agent, fair"
                        + " comparisons, and sliders: moving one in the past starts a second future beside the first."),
                new Tour.Stop(bench.transport(), "The run", "Step, run, and drag along the track to any moment of the"
                        + " past. → and ← step, the space bar runs, F forks, S shares what you see. F1 shows all keys."));
    }

    @Override
    public void focusWindow() {
        desk.bench().root().requestFocus();
    }
}
