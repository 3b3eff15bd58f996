package rewardscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rewardscope.sim.health.Finding;

@Command(
        name = "doctor",
        description = "Checks this installation: solvers, compute devices, Java, memory, folders. Its report is made to be"
                + " pasted into a bug report.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--graphics", description = "draw a picture as well, which starts JavaFX")
    private boolean graphics;

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var wrongs = new ArrayList<Finding>();
        report(Finding.well("rewardscope", CommandLineApp.VERSION + "."), wrongs);
        if (graphics) {
            report(Finding.of("graphics", around.desktop()::graphics), wrongs);
        }
        around.selfCheck().run(finding -> report(finding, wrongs));
        int wrong = wrongs.size();
        if (wrong > 0) {
            around.say(wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        }
        return wrong == 0 ? ExitCode.WELL : ExitCode.FAILED;
    }

    private void report(Finding finding, List<Finding> wrongs) {
        around.out().println(finding.line());
        around.out().flush();
        if (!finding.well()) {
            wrongs.add(finding);
        }
    }
}
