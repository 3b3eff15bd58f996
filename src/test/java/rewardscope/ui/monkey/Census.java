package rewardscope.ui.monkey;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// How many objects of each class are reachable, and how many bytes they take.
///
/// @param classes by name
public record Census(Map<String, Count> classes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /// @param instances of a class
    /// @param bytes all of them together, without what they point to
    public record Count(long instances, long bytes) {}

    /// Counts now, after a collection of what nobody can reach.
    public static Census take() throws JMException {
        var text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        var counted = new LinkedHashMap<String, Count>();
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(m -> counted.merge(
                m.group(3),
                new Count(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))),
                (a, b) -> new Count(a.instances() + b.instances(), a.bytes() + b.bytes())));
        return new Census(counted);
    }

    /// A line for each of the classes that grew most since then, most bytes first.
    public List<String> growth(Census then, int lines) {
        var none = new Count(0, 0);
        return classes.entrySet().stream()
                .sorted(Comparator.comparingLong(e ->
                        then.classes().getOrDefault(e.getKey(), none).bytes() - e.getValue().bytes()))
                .limit(lines)
                .map(e -> {
                    Count before = then.classes().getOrDefault(e.getKey(), none);
                    return "%+,12d bytes %+,8d of %,8d %s".formatted(
                            e.getValue().bytes() - before.bytes(),
                            e.getValue().instances() - before.instances(),
                            e.getValue().instances(),
                            e.getKey());
                })
                .toList();
    }
}
