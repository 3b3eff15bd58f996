package rewardscope.compute.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Remembers between two starts which tuning was fastest on a device with a driver. Where nothing can be written, nothing
/// is remembered.
final class TuningCache {
    private TuningCache() {}

    static Optional<Tuning> read(Binding.DeviceInfo device) {
        try {
            int known = Integer.parseInt(Files.readString(file(device)).strip());
            return known >= 0 && known < Tuning.CANDIDATES.size()
                    ? Optional.of(Tuning.CANDIDATES.get(known))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void write(Binding.DeviceInfo device, Tuning tuning) {
        try {
            Files.createDirectories(file(device).getParent());
            Files.writeString(file(device), Integer.toString(Tuning.CANDIDATES.indexOf(tuning)));
        } catch (IOException e) {
            return; // it is only found out again
        }
    }

    private static Path file(Binding.DeviceInfo device) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("rewardscope").resolve("opencl-" + Integer.toHexString(device.description().hashCode()));
    }
}
