package rewardscope.compute;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The main class of a process that loads one plugin, lists its devices and tries each, so that a driver that ends its
/// process ends this one and not the application's. [PluginQuestion] starts it and reads what it says.
///
/// It answers in lines of fields with tabs between them, each said before the next thing is touched: whoever reads them
/// knows what was being done when they break off.
final class PluginCheck {
    /// How a line begins; whatever else a driver prints does not.
    static final String SIGN = "rewardscope-check";

    /// A provider, or what stands in the place of a broken one.
    static final String PROVIDER = "provider";

    /// A device of the provider above.
    static final String DEVICE = "device";

    /// Now this device computes.
    static final String TRYING = "trying";

    /// It has computed.
    static final String TRIED = "tried";

    /// It could not compute.
    static final String FAILED = "failed";

    /// All has been said.
    static final String END = "end";

    private final PrintStream out;

    private PluginCheck(PrintStream out) {
        this.out = out;
    }

    /// @param args the plugin's jar; nanoseconds to measure each device, 0 for not at all; devices to leave alone
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what a plugin prints is no answer
        new PluginCheck(out).check(Path.of(args[0]), Long.parseLong(args[1]), List.of(args).subList(2, args.length));
        Runtime.getRuntime().halt(0); // without the last acts of a driver, which are known to fail
    }

    private void check(Path jar, long nanos, List<String> leftAlone) {
        List<Providers.Found> found = Providers.in(jar);
        for (Providers.Found each : found) {
            say(PROVIDER, each.name(), Integer.toString(each.rank()), each.problem().orElse(""),
                    each.provider().map(ComputeProvider::description).orElse(""),
                    Boolean.toString(each.provider().isPresent()));
            devices(each).forEach(device -> say(DEVICE, device.name(), device.description()));
        }
        for (Providers.Found each : found) {
            for (ComputeDevice device : devices(each)) {
                if (!leftAlone.contains(device.name())) {
                    say(TRYING, device.name());
                    say(Tried.here(device, Runtime.getRuntime().availableProcessors(), nanos));
                }
            }
        }
        say(END);
    }

    private static List<ComputeDevice> devices(Providers.Found found) {
        return found.provider().filter(_ -> found.usable()).map(ComputeProvider::devices).orElse(List.of());
    }

    private void say(Tried tried) {
        Optional<Trial> trial = tried.trial();
        if (trial.isPresent()) {
            say(TRIED, tried.name(), Double.toString(trial.get().gap()), Double.toString(trial.get().gigaflops()));
        } else {
            say(FAILED, tried.name(), tried.problem().orElse(""));
        }
    }

    private void say(String... fields) {
        var line = new StringBuilder(SIGN);
        for (String field : fields) {
            line.append('\t').append(field.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
        }
        out.println(line);
    }
}
