package rewardscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render",
        description = "Draws a lesson's pane as a picture, without a display.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})");

    private final Surroundings around;

    @Parameters(paramLabel = "LESSON", description = "a lesson's .md file, or LESSON.md#simulation-id")
    private String lesson = "";

    @Option(names = "--size", paramLabel = "WxH", description = "in pixels, such as 1440x900")
    private String size = "1440x900";

    @Option(names = "--theme", paramLabel = "light|dark", description = "light (the default) or dark")
    private Theme theme = Theme.light;

    @Option(names = "--scale", paramLabel = "S", description = "pixels per unit of the window: 2 for a picture twice as sharp")
    private double scale = 1;

    @Option(names = "--present", description = "presenter mode: stage, equation and transport alone")
    private boolean presenting;

    @Option(names = "--steps", paramLabel = "N", description = "how many steps the simulation has done")
    private long steps;

    @Option(names = "--out", required = true, paramLabel = "X.png", description = "where to write the picture")
    private @Nullable Path out;

    /// As they are written in a call.
    enum Theme {
        light,
        dark
    }

    RenderCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw CommandFailure.call("`" + size + "` is not a size. Write for example 1440x900.");
        }
        if (!(scale >= 0.5 && scale <= 4)) {
            throw CommandFailure.call("`" + scale + "` is not a scale. Write a number between 0.5 and 4.");
        }
        if (steps < 0) {
            throw CommandFailure.call("There are no " + steps + " steps. Write a number of at least 0.");
        }
        int hash = lesson.lastIndexOf(".md#");
        Path file = ExperimentInput.path(hash < 0 ? lesson : lesson.substring(0, hash + 3));
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.INPUT, "There is no lesson " + file + ".");
        }
        Optional<String> simulation = hash < 0 ? Optional.empty() : Optional.of(lesson.substring(hash + 4));
        return around.desktop()
                .render(new Desktop.Picture(
                        file,
                        simulation,
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        scale,
                        theme == Theme.dark,
                        presenting,
                        steps,
                        Objects.requireNonNull(out)));
    }
}
