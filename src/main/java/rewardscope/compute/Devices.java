package rewardscope.compute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.compute.Providers.Found;

/// Every device that can be computed on here. Looking for them can take seconds, so nobody looks before somebody asks,
/// and only once. Whoever asks for one that the application brings along itself touches no plugin.
public final class Devices {
    private final Path plugins;
    private Optional<List<Found>> own = Optional.empty();
    private Optional<List<Found>> found = Optional.empty();

    /// @param plugins the folder of plugins, which need not exist
    public Devices(Path plugins) {
        this.plugins = plugins;
    }

    private synchronized List<Found> own() {
        if (own.isEmpty()) {
            own = Optional.of(Providers.discover());
        }
        return own.get();
    }

    /// Every provider, usable or not, the default first; and each device of a plugin that cannot be used although others
    /// of it can. A device of a plugin that is usable has computed something in a process of its own.
    public synchronized List<Found> providers() {
        if (found.isEmpty()) {
            var all = new ArrayList<>(own());
            Providers.jars(plugins).forEach(jar -> all.addAll(new Plugin(jar).check(0).found()));
            found = Optional.of(Providers.ranked(all));
        }
        return found.get();
    }

    /// What can be used, the default first.
    public List<ComputeDevice> usable() {
        return usable(providers());
    }

    private static List<ComputeDevice> usable(List<Found> found) {
        var devices = new ArrayList<ComputeDevice>();
        for (Found each : found) {
            each.provider().filter(_ -> each.usable()).ifPresent(provider -> devices.addAll(provider.devices()));
        }
        return List.copyOf(devices);
    }

    /// The device of this name.
    ///
    /// @throws IllegalArgumentException why there is none, in a sentence
    public Compute named(String name) {
        Optional<ComputeDevice> wanted = named(usable(own()), name).or(() -> named(usable(), name));
        if (wanted.isPresent()) {
            return Compute.on(wanted.get());
        }
        for (Found each : providers()) {
            if (each.name().equals(name)) {
                throw new IllegalArgumentException(
                        "The device " + name + " cannot be used here: " + each.problem().orElse("it has no device."));
            }
        }
        var names = usable().stream().map(ComputeDevice::name).toList();
        throw new IllegalArgumentException(
                "There is no device `" + name + "`. Write one of " + String.join(", ", names) + "." + broken());
    }

    /// A plugin that could not even say what it is called may be the one that was meant.
    private String broken() {
        var broken = new StringBuilder();
        for (Found each : providers()) {
            if (each.rank() == Integer.MIN_VALUE) {
                broken.append(" The plugin ").append(each.name()).append(" cannot be used: ")
                        .append(each.problem().orElse(""));
            }
        }
        return broken.toString();
    }

    private static Optional<ComputeDevice> named(List<ComputeDevice> devices, String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    /// Tries every device, the application's own first, those of plugins in a process of their own: a driver that ends its
    /// process becomes a sentence.
    ///
    /// @param nanos for how long each device's products are counted; 0 for not at all
    public List<Tried> tried(long nanos) {
        var tried = new ArrayList<>(tried(own(), nanos));
        Providers.jars(plugins).forEach(jar -> tried.addAll(new Plugin(jar).check(nanos).tried()));
        return tried;
    }

    /// Tries what was loaded into this process.
    static List<Tried> tried(List<Found> found, long nanos) {
        int threads = Runtime.getRuntime().availableProcessors();
        var tried = new ArrayList<Tried>();
        for (Found each : found) {
            String problem = each.problem().orElse("");
            if (each.provider().isEmpty()) {
                tried.add(Tried.faulty(each.name(), "", problem));
            } else if (!each.usable()) {
                tried.add(Tried.absent(each.name(), problem));
            } else {
                each.provider().get().devices().forEach(device -> tried.add(Tried.here(device, threads, nanos)));
            }
        }
        return tried;
    }
}
