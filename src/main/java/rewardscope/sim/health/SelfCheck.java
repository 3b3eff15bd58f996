package rewardscope.sim.health;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /// Takes about a second, plugins that look for hardware aside.
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(PlaceChecks.java(Runtime.version().feature()));
        findings.add(PlaceChecks.memory(Runtime.getRuntime().maxMemory()));
        findings.add(Finding.of("lessons", () -> PlaceChecks.lessons(home)));
        findings.add(Finding.of("fonts", PlaceChecks::fonts));
        written.forEach(folder -> findings.add(PlaceChecks.writable(folder)));
        findings.addAll(SolverChecks.all());
        findings.addAll(DeviceChecks.all(devices));
        return List.copyOf(findings);
    }
}
