package rewardscope.compute.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Remembers between two starts which tuning was fastest on a device with a driver: a file a device, its description in
/// the first line, the tiles in the second. What cannot be read, is damaged or belongs to another device or driver is
/// found out again; where nothing can be written, nothing is remembered.
record TuningCache(Path folder) {
    /// Where the system keeps what can be deleted at any time.
    static TuningCache ofTheUser() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache == null || cache.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(cache);
        return new TuningCache(folder.resolve("rewardscope"));
    }

    Optional<Tuning> read(Binding.DeviceInfo device) {
        try {
            List<String> lines = Files.readAllLines(file(device));
            return lines.size() == 2 && lines.getFirst().equals(device.description())
                    ? Tuning.CANDIDATES.stream().filter(tuning -> tuning.text().equals(lines.getLast())).findFirst()
                    : Optional.empty();
        } catch (IOException e) { // not there, or no text
            return Optional.empty();
        }
    }

    void write(Binding.DeviceInfo device, Tuning tuning) {
        try {
            Files.createDirectories(folder);
            Files.write(file(device), List.of(device.description(), tuning.text()));
        } catch (IOException e) {
            return; // it is only found out again
        }
    }

    Path file(Binding.DeviceInfo device) {
        return folder.resolve("opencl-" + Integer.toHexString(device.description().hashCode()));
    }
}
