package rewardscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rewardscope.course.ProgressReport;

@Command(
        name = "report",
        description = "Says of reports that were handed in whether they are as the application wrote them.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final long LARGEST = 200L << 20;

    private final Surroundings around;

    @Parameters(paramLabel = "REPORT", arity = "1..*", description = "reports (.html)")
    private List<String> files = new ArrayList<>();

    @Option(names = "--check", description = "compare each with its check sum; this is what happens without it, too")
    private boolean check = true;

    ReportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        boolean all = true;
        for (String name : files) {
            boolean untouched = ProgressReport.isUntouched(text(ExperimentInput.path(name)));
            around.out().println(name + ": " + (untouched ? "untouched" : "changed after it was handed in, or no report"));
            all &= untouched;
        }
        return all || !check ? ExitCode.WELL : ExitCode.INPUT;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CommandFailure(ExitCode.INPUT, "The file " + file + " is too large for a report.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "The report " + file + " cannot be read.");
        }
    }
}
