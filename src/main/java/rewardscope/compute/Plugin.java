package rewardscope.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One jar in the folder of plugins. What it offers is found out by a process of its own, so that a driver that ends its
/// process does not end this one; it is loaded here when the first backend is made on one of its devices.
final class Plugin {
    /// A driver may compile its kernels first, for a graphics card of another maker five times over.
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path jar;
    private final Duration patience;
    private Optional<List<Providers.Found>> loaded = Optional.empty();

    Plugin(Path jar) {
        this(jar, PATIENCE);
    }

    Plugin(Path jar, Duration patience) {
        this.jar = jar;
        this.patience = patience;
    }

    /// What is in the jar.
    ///
    /// @param found its providers with the devices that can be used; and a device that cannot, as if it were a provider
    /// @param tried every device, usable or not, and every provider without one
    record Checked(List<Providers.Found> found, List<Tried> tried) {}

    /// Lists and tries everything in it. Where no process can be started, this one does it.
    ///
    /// @param nanos for how long each device's products are counted; 0 for not at all
    Checked check(long nanos) {
        var tried = new LinkedHashMap<String, Tried>();
        try {
            while (true) {
                var answer = new PluginQuestion(jar, nanos, patience).ask(List.copyOf(tried.keySet()));
                List<Offer> offers = offers(answer.lines());
                tried(answer.lines(), offers).forEach(each -> tried.put(each.name(), each));
                if (answer.broken().isEmpty()) {
                    return checked(offers, tried);
                }
                Optional<String> device = answer.trying();
                if (device.isEmpty()) {
                    String name = String.valueOf(jar.getFileName());
                    return refused(name, sentence(name, answer.broken().get()));
                }
                String why = sentence(device.get(), answer.broken().get());
                tried.put(device.get(), Tried.faulty(device.get(), description(offers, device.get()), why));
            }
        } catch (IOException e) {
            return here(nanos);
        }
    }

    private static String sentence(String name, String broken) {
        return "The driver of " + name + " " + broken + ".";
    }

    private static Checked refused(String name, String why) {
        return new Checked(
                List.of(new Providers.Found(name, Integer.MIN_VALUE, Optional.empty(), Optional.of(why))),
                List.of(Tried.faulty(name, "", why)));
    }

    /// A provider as the other process described it.
    ///
    /// @param problem empty if it can be used
    /// @param sound whether the provider itself could be loaded
    private record Offer(
            String name, int rank, String problem, String description, boolean sound, Map<String, String> devices) {}

    private static List<Offer> offers(List<List<String>> lines) {
        var offers = new ArrayList<Offer>();
        for (List<String> line : lines) {
            switch (line.getFirst()) {
                case PluginCheck.PROVIDER -> offers.add(new Offer(
                        line.get(1), Integer.parseInt(line.get(2)), line.get(3), line.get(4),
                        Boolean.parseBoolean(line.get(5)), new LinkedHashMap<>()));
                case PluginCheck.DEVICE -> offers.getLast().devices.put(line.get(1), line.get(2));
                default -> {}
            }
        }
        return offers;
    }

    private static List<Tried> tried(List<List<String>> lines, List<Offer> offers) {
        var tried = new ArrayList<Tried>();
        for (List<String> line : lines) {
            if (line.getFirst().equals(PluginCheck.TRIED)) {
                var trial = new Trial(Double.parseDouble(line.get(2)), Double.parseDouble(line.get(3)));
                tried.add(new Tried(
                        line.get(1), description(offers, line.get(1)), Optional.of(trial), Optional.empty(), false));
            } else if (line.getFirst().equals(PluginCheck.FAILED)) {
                tried.add(Tried.faulty(line.get(1), description(offers, line.get(1)), line.get(2)));
            }
        }
        return tried;
    }

    private static String description(List<Offer> offers, String device) {
        return offers.stream()
                .flatMap(offer -> Optional.ofNullable(offer.devices.get(device)).stream())
                .findFirst()
                .orElse("");
    }

    private Checked checked(List<Offer> offers, Map<String, Tried> tried) {
        var found = new ArrayList<Providers.Found>();
        var all = new ArrayList<Tried>();
        for (Offer offer : offers) {
            if (!offer.problem.isEmpty()) {
                found.add(new Providers.Found(offer.name, offer.rank, Optional.empty(), Optional.of(offer.problem)));
                all.add(offer.sound
                        ? Tried.absent(offer.name, offer.problem)
                        : Tried.faulty(offer.name, "", offer.problem));
                continue;
            }
            var usable = new ArrayList<ComputeDevice>();
            offer.devices.forEach((name, description) -> {
                Tried each = tried.getOrDefault(name, Tried.faulty(name, description, "It was not tried."));
                all.add(each);
                if (each.problem().isEmpty()) {
                    usable.add(new ComputeDevice(name, description, threads -> open(name, threads)));
                } else {
                    found.add(new Providers.Found(name, offer.rank, Optional.empty(), each.problem()));
                }
            });
            if (!usable.isEmpty()) {
                var provider = new Described(offer.name, offer.description, offer.rank, usable);
                found.add(new Providers.Found(offer.name, offer.rank, Optional.of(provider), Optional.empty()));
            }
        }
        return new Checked(found, all);
    }

    /// Without a process of its own.
    private Checked here(long nanos) {
        List<Providers.Found> found = loaded();
        return new Checked(found, Devices.tried(found, nanos));
    }

    private synchronized List<Providers.Found> loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(Providers.in(jar));
        }
        return loaded.get();
    }

    /// Now its code and its driver come into this process.
    private ComputeBackend open(String device, int threads) {
        return loaded().stream()
                .filter(Providers.Found::usable)
                .flatMap(found -> found.provider().stream())
                .flatMap(provider -> provider.devices().stream())
                .filter(each -> each.name().equals(device))
                .findFirst()
                .orElseThrow(() -> new ComputeFailure("The device " + device + " is not there any more"))
                .open()
                .apply(threads);
    }

    /// A provider known by its description.
    private record Described(String name, String description, int rank, List<ComputeDevice> devices)
            implements ComputeProvider {
        @Override
        public Optional<String> whyUnusable() {
            return Optional.empty();
        }

        @Override
        public ComputeBackend create(int threads) {
            return devices.getFirst().open().apply(threads);
        }
    }
}
