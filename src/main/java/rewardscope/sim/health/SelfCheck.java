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

    /// Devices and plugins come last: looking for hardware can take seconds. Those of plugins compute in processes of their
    /// own, so that a driver that ends its process is a finding too.
    ///
    /// @param report is told each finding as soon as it is made
    public void run(Consumer<Finding> report) {
        runWithoutDevices(report);
        DeviceChecks.all(devices).forEach(report);
    }

    /// Takes about a second, and touches no driver.
    public void runWithoutDevices(Consumer<Finding> report) {
        report.accept(PlaceChecks.java(Runtime.version().feature()));
        report.accept(PlaceChecks.memory(Runtime.getRuntime().maxMemory()));
        report.accept(Finding.of("lessons", () -> PlaceChecks.lessons(home)));
        report.accept(Finding.of("fonts", PlaceChecks::fonts));
        written.forEach(folder -> report.accept(PlaceChecks.writable(folder)));
        SolverChecks.all().forEach(report);
    }
}
