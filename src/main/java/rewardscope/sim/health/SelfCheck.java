package rewardscope.sim.health;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import rewardscope.compute.Devices;

/// All checks that need no window, in the order of a report.
///
/// @param home where the application lies
/// @param written folders that it writes to
/// @param devices every compute device and plugin
public record SelfCheck(Path home, List<Path> written, Devices devices) {
    public SelfCheck {
        written = List.copyOf(written);
    }

    /// Takes about a second, plugins that look for hardware aside. They come last: a driver may end the whole process.
    ///
    /// @param report is told each finding as soon as it is made
    public void run(Consumer<Finding> report) {
        report.accept(PlaceChecks.java(Runtime.version().feature()));
        report.accept(PlaceChecks.memory(Runtime.getRuntime().maxMemory()));
        report.accept(Finding.of("lessons", () -> PlaceChecks.lessons(home)));
        report.accept(Finding.of("fonts", PlaceChecks::fonts));
        written.forEach(folder -> report.accept(PlaceChecks.writable(folder)));
        SolverChecks.all().forEach(report);
        DeviceChecks.all(devices).forEach(report);
    }
}
