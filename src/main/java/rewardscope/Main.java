package rewardscope;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rewardscope.cli.Benchmark;
import rewardscope.cli.CommandLineApp;
import rewardscope.cli.ComputeDevices;
import rewardscope.cli.Desktop;
import rewardscope.cli.ExitCode;
import rewardscope.cli.FormulaProof;
import rewardscope.cli.Surroundings;
import rewardscope.cli.bench.ComputeBenchmarks;
import rewardscope.cli.bench.DeviceBenchmark;
import rewardscope.cli.bench.LearningBenchmarks;
import rewardscope.cli.bench.TabularBenchmarks;
import rewardscope.compute.Devices;
import rewardscope.sim.health.Finding;
import rewardscope.sim.health.SelfCheck;
import rewardscope.store.UserFolders;

/// Composition root: puts the command line and the window together. Commands that need no window load no JavaFX class.
public final class Main {
    private static final Path HOME = Path.of(System.getProperty("rewardscope.home", "."));

    /// Where the build put libraries and plugins, when the window is opened by the build.
    private static final Path INSTALLATION =
            Path.of(System.getProperty("rewardscope.installation", HOME.toString()));

    private Main() {}

    public static void main(String[] args) {
        var devices = new Devices(INSTALLATION.resolve("plugins"));
        var around = new Surroundings(
                System.in,
                System.out,
                System.err,
                new Window(devices),
                () -> ComputeDevices.list(devices),
                devices,
                benchmarks(devices),
                Main::fault,
                new SelfCheck(HOME, List.of(UserFolders.cache(), userData()), devices));
        System.exit(CommandLineApp.run(args, around));
    }

    private static Optional<FormulaProof.Fault> fault(String latex) {
        return rewardscope.ui.formula.Formulas.fault(latex).map(f -> new FormulaProof.Fault(f.message(), f.cure()));
    }

    private static List<Benchmark> benchmarks(Devices devices) {
        List<Benchmark> byDevice = List.of(new DeviceBenchmark(devices));
        return Stream.of(TabularBenchmarks.all(), LearningBenchmarks.all(), ComputeBenchmarks.all(), byDevice)
                .flatMap(List::stream)
                .toList();
    }

    /// The property `rewardscope.data`, or the system's own place for a user's work.
    private static Path userData() {
        String named = System.getProperty("rewardscope.data", "");
        return named.isEmpty()
                ? UserFolders.data(
                        System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv())
                : Path.of(named);
    }

    private record Window(Devices devices) implements Desktop {
        @Override
        public int open(Optional<Path> lesson, Optional<String> device) {
            return open(lesson, Optional.empty(), device);
        }

        @Override
        public int openShared(String text, Optional<String> device) {
            return open(Optional.empty(), Optional.of(text), device);
        }

        private int open(Optional<Path> lesson, Optional<String> shared, Optional<String> device) {
            try {
                rewardscope.ui.shell.Desktop.open(lesson, shared, device, devices, userData());
                return ExitCode.WELL;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.FAILED;
            }
        }

        @Override
        public Finding graphics() {
            return rewardscope.ui.shell.GraphicsCheck.run();
        }

        @Override
        public int render(Picture picture) {
            try {
                rewardscope.ui.shell.Desktop.render(new rewardscope.ui.shell.Desktop.Picture(
                        picture.lesson(),
                        picture.simulation(),
                        picture.width(),
                        picture.height(),
                        picture.scale(),
                        picture.dark(),
                        picture.presenting(),
                        picture.steps(),
                        picture.out()));
                return ExitCode.WELL;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.FAILED;
            }
        }
    }
}
