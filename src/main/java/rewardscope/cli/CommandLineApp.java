package rewardscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import rewardscope.compute.Devices;
import rewardscope.sim.Failures;
import rewardscope.sim.NeedsAPerson;
import rewardscope.sim.health.SelfCheck;

/// The commands, and what becomes of their failures.
public final class CommandLineApp {
    static final String VERSION = "0.1.0";

    private CommandLineApp() {}

    @Command(
            name = "rewardscope",
            description = "Watch reinforcement learning, one update at a time. Without a command it opens the window.",
            mixinStandardHelpOptions = true,
            version = "rewardscope " + VERSION,
            synopsisSubcommandLabel = "[COMMAND]")
    private static final class Top implements Callable<Integer> {
        private final Surroundings around;

        Top(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() {
            return around.desktop().open(Optional.empty(), Optional.empty());
        }
    }

    /// Runs one command with standard input and the benchmarks that are built in.
    public static int run(String[] args, PrintStream out, PrintStream err, Desktop desktop) {
        InputStream in = System.in;
        var devices = new Devices(Path.of("plugins"));
        var selfCheck = new SelfCheck(Path.of("."), List.of(), devices);
        return run(args, new Surroundings(in, out, err, desktop, List::of, devices, List.of(), _ -> Optional.empty(), selfCheck));
    }

    /// Runs one command and returns its exit code. Whatever happens, the user reads sentences.
    public static int run(String[] args, Surroundings around) {
        var line = new CommandLine(new Top(around))
                .addSubcommand(new OpenCommand(around))
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new SweepCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new RenderCommand(around))
                .addSubcommand(new SchemaCommand(around))
                .addSubcommand(new NewCommand(around))
                .addSubcommand(new ReportCommand(around))
                .addSubcommand(new DevicesCommand(around))
                .addSubcommand(new BenchCommand(around))
                .addSubcommand(new DoctorCommand(around));
        line.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(new CommandLine.RunLast())
                .setParameterExceptionHandler((e, _) -> {
                    around.say(Failures.reason(e));
                    around.say("Write `rewardscope " + nameOf(e.getCommandLine()) + "--help` for how to call it.");
                    return ExitCode.CALL;
                })
                .setExecutionExceptionHandler((e, _, _) -> failed(e, around));
        try {
            return line.execute(args);
        } catch (Throwable e) { // the last place where a failure can still become a sentence
            return failed(e, around);
        } finally {
            around.out().flush();
            around.err().flush();
        }
    }

    private static String nameOf(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    private static int failed(Throwable e, Surroundings around) {
        if (e instanceof CommandFailure failure) {
            around.say(failure.sentence());
            return failure.exitCode();
        }
        if (e instanceof NeedsAPerson) {
            around.say("This cannot be run: " + Failures.reason(e) + ".");
            return ExitCode.INPUT;
        }
        around.say("It failed while running: " + Failures.reason(e));
        return ExitCode.FAILED;
    }
}
