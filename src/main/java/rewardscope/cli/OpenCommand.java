package rewardscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rewardscope.lesson.Problems;
import rewardscope.lesson.TextFiles;
import rewardscope.sim.share.RunText;

@Command(name = "open", description = "Opens the window, at a lesson or a shared run if one is named.", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "LESSON", arity = "0..1", description = "a lesson's .md file, or a shared run: its text or its file")
    private @Nullable String lesson;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "what language models compute on, and the batches of DQN, TRPO and PPO, as `devices` names"
                    + " it")
    private @Nullable String device;

    OpenCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (lesson == null) {
            return around.desktop().open(Optional.empty(), Optional.ofNullable(device));
        }
        if (RunText.in(lesson)) {
            return open(lesson);
        }
        Path file = ExperimentInput.path(lesson);
        if (lesson.endsWith(".rewardscope")) {
            var problems = new Problems(file);
            return open(TextFiles.read(file, problems).orElseThrow(() -> CommandFailure.input(problems.sorted())));
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.INPUT, "There is no lesson " + file + ".");
        }
        return around.desktop().open(Optional.of(file), Optional.ofNullable(device));
    }

    private int open(String text) {
        var read = RunText.read(text);
        if (read.shared().isEmpty()) {
            throw new CommandFailure(ExitCode.INPUT, read.trouble());
        }
        return around.desktop().openShared(text, Optional.ofNullable(device));
    }
}
