package rewardscope.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// Finds every compute provider there is. Whatever one of them throws, linkage errors included, becomes a sentence
/// about that one; the others are untouched.
public final class Providers {
    /// One provider, or what stands in the place of one that could not be loaded.
    ///
    /// @param problem why it cannot be used here, in one sentence; empty when it can
    public record Found(String name, int rank, Optional<ComputeProvider> provider, Optional<String> problem) {
        public boolean usable() {
            return problem.isEmpty();
        }
    }

    /// How the JDK begins what it says of a service file.
    private static final String SERVICE = ComputeProvider.class.getName() + ": ";

    private Providers() {}

    /// The providers on the class path.
    public static List<Found> discover() {
        var found = new ArrayList<Found>();
        load(Providers.class.getClassLoader(), "class path", found);
        return ranked(found);
    }

    /// The providers on the class path and in the jars of a directory, which need not exist. All are loaded here and now.
    public static List<Found> discover(Path plugins) {
        var found = new ArrayList<>(discover());
        jars(plugins).forEach(jar -> found.addAll(in(jar)));
        return ranked(found);
    }

    /// The jars of a directory, which need not exist.
    static List<Path> jars(Path plugins) {
        if (!Files.isDirectory(plugins)) {
            return List.of();
        }
        try (var files = Files.list(plugins)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            return List.of(plugins); // loading it says what is wrong
        }
    }

    /// The providers in a jar; what stands in their place if there are none.
    static List<Found> in(Path jar) {
        String name = String.valueOf(jar.getFileName());
        var found = new ArrayList<Found>();
        try {
            // stays open: the provider's classes are loaded when they are needed
            load(new PluginLoader(jar), name, found);
            if (found.isEmpty()) {
                found.add(broken(name, "it offers no compute provider"));
            }
        } catch (IOException | RuntimeException e) {
            found.add(broken(name, e));
        }
        return found;
    }

    /// The usable provider of highest rank.
    public static ComputeProvider best(List<Found> found) {
        return found.stream().filter(Found::usable).findFirst().flatMap(Found::provider).orElseThrow(
                () -> new IllegalStateException("no compute backend can be used here"));
    }

    /// The usable provider of this name, or a message that says why there is none.
    public static ComputeProvider named(List<Found> found, String name) {
        for (Found f : found) {
            if (f.name().equals(name)) {
                return f.provider().filter(p -> f.usable()).orElseThrow(
                        () -> new IllegalArgumentException("backend " + name + ": " + f.problem().orElse("unusable")));
            }
        }
        var names = found.stream().map(Found::name).toList();
        throw new IllegalArgumentException("no backend is called " + name + "; there are " + names);
    }

    private static void load(ClassLoader loader, String source, List<Found> found) {
        Iterator<ComputeProvider> providers = ServiceLoader.load(ComputeProvider.class, loader).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                found.add(ask(providers.next()));
            } catch (ServiceConfigurationError | LinkageError | StackOverflowError | RuntimeException e) {
                found.add(broken(source, e));
                if (!(e instanceof ServiceConfigurationError)) {
                    return; // the iterator itself may be stuck
                }
            }
        }
    }

    private static Found ask(ComputeProvider provider) {
        String name = provider.getClass().getSimpleName();
        try {
            name = provider.name();
            var problem = provider.whyUnusable();
            if (problem.isEmpty() && provider.devices().isEmpty()) { // one that fails over its devices fails here
                problem = Optional.of("It has no device here.");
            }
            return new Found(name, provider.rank(), Optional.of(provider), problem);
        } catch (LinkageError | StackOverflowError | RuntimeException e) {
            return broken(name, e);
        }
    }

    private static Found broken(String name, Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return broken(name, switch (root) {
            case NoClassDefFoundError missing -> "it needs the class " + className(missing) + ", which is not there";
            case ClassNotFoundException missing -> "it needs the class " + className(missing) + ", which is not there";
            case UnsupportedClassVersionError _ -> "it was compiled for a newer Java";
            case ClassFormatError _ -> "one of its classes is damaged";
            default -> Optional.ofNullable(root.getMessage())
                    .map(message -> message.lines().findFirst().orElse("").replace(SERVICE, ""))
                    .orElse(root.getClass().getSimpleName());
        });
    }

    private static String className(Throwable missing) {
        return String.valueOf(missing.getMessage()).replace('/', '.');
    }

    private static Found broken(String name, String why) {
        String sentence = "It could not be loaded: " + why + (why.endsWith(".") ? "" : ".");
        return new Found(name, Integer.MIN_VALUE, Optional.empty(), Optional.of(sentence));
    }

    static List<Found> ranked(List<Found> found) {
        return found.stream().sorted(Comparator.comparingInt(Found::rank).reversed()).toList();
    }
}
