package rewardscope.ui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.DirectoryChooser;
import rewardscope.agent.ParameterSpec;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.SavedModels;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Failures;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.ui.Choosers;

/// Saves the networks and labels of a run into a folder, and begins a run with those of another one.
final class ModelsMenu {
    private static final String START_AT = "start-at";

    private final Consumer<Command> commands;
    private final Consumer<String> notice;
    private final Executor disk;
    private final MenuButton button = new MenuButton("Models");
    private Optional<Frame> frame = Optional.empty();

    /// @param notice takes a sentence for the user
    /// @param disk where files are read and written
    ModelsMenu(Consumer<Command> commands, Consumer<String> notice, Executor disk) {
        this.commands = commands;
        this.notice = notice;
        this.disk = disk;
        var save = new MenuItem("Save models and labels …");
        save.setOnAction(_ -> choose("Save models and labels").ifPresent(this::save));
        var load = new MenuItem("Begin with saved models …");
        load.setOnAction(_ -> choose("Begin with the models of a folder").ifPresent(this::load));
        button.getItems().setAll(save, load);
        button.setId("models");
        button.setTooltip(new Tooltip("Networks as safetensors, the words, and the labels of this run"));
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
    }

    MenuButton node() {
        return button;
    }

    void show(Frame shown) {
        frame = Optional.of(shown);
    }

    private Optional<Path> choose(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Choosers.folder(chooser, button);
    }

    /// Between two acts, so that all networks are of one moment.
    void save(Path folder) {
        commands.accept(new Command.Inspect((timeline, _) -> {
            String sentence = "The models and labels of act " + timeline.now() + " are in " + folder + ".";
            try {
                if (timeline.present().agent() instanceof LanguageLab lab) {
                    lab.save(folder);
                }
            } catch (IOException e) {
                sentence = "The models could not be saved in " + folder + ": " + e.getMessage() + ".";
            }
            String said = sentence;
            Platform.runLater(() -> notice.accept(said));
        }));
    }

    /// The run begins anew, at the stage behind those whose networks are there.
    void load(Path folder) {
        disk.execute(() -> {
            try {
                var saved = SavedModels.read(folder);
                Platform.runLater(() -> frame.ifPresent(now -> begin(now.experiment(), saved)));
            } catch (IOException e) {
                Platform.runLater(() -> notice.accept(Failures.reason(e)));
            }
        });
    }

    private void begin(Experiment experiment, SavedModels saved) {
        var stages = experiment.agentType().parameter(START_AT).orElse(null) instanceof ParameterSpec.Choice choice
                ? choice.options()
                : List.<String>of();
        var next = saved.nextStage(stages);
        if (next.isEmpty()) {
            notice.accept("The agent `" + experiment.agentType().name()
                    + "` has no stage that goes on from the models in " + saved.folder() + " (" + String.join(", ", saved.networks()) + ").");
            return;
        }
        commands.accept(new Command.Load(experiment.withAgentValue(START_AT, next.get())));
        commands.accept(new Command.Intervene(new Intervention.ModelsTaken(saved)));
        notice.accept("The run begins at the stage " + next.get() + " with " + String.join(", ", saved.networks()) + ".");
    }
}
