package rewardscope.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Reads the keys of one mapping, kind by kind, and notes every problem with its cure. Whoever reads asks for every key
/// that it knows, then calls [#finish], which reports the keys that nobody asked for.
public final class Fields {
    private final Node.Mapping mapping;
    private final String owner;
    private final Problems problems;
    private final Map<String, Shape> known = new LinkedHashMap<>();
    private final Map<String, Problem> missing = new LinkedHashMap<>();

    /// What a reader asked a key to be: from these an editor can be told what may be written.
    public sealed interface Shape {
        /// Anything: who asked looks for itself.
        record Any() implements Shape {}

        record Text() implements Shape {}

        /// @param whole whether it has no fraction
        record Number(double min, double max, boolean whole) implements Shape {}

        record Flag() implements Shape {}

        record Choice(List<String> options) implements Shape {}

        record Items() implements Shape {}

        record Keys() implements Shape {}
    }

    private static final Shape ANY = new Shape.Any();

    /// The largest bound that is worth a word to somebody who wrote no number at all.
    private static final double USUAL = 1e9;

    /// The largest bound that is named to somebody who went beyond it; whole numbers are exact up to there.
    private static final double EXACT = 1e15;

    /// @param owner how the mapping is called in a message: "the agent `q-learning`"
    public Fields(Node.Mapping mapping, String owner, Problems problems) {
        this.mapping = mapping;
        this.owner = owner;
        this.problems = problems;
    }

    /// The fields of a node that has to be a mapping; reports one that is not.
    public static Optional<Fields> of(Node node, String owner, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(new Fields(mapping, owner, problems));
        }
        problems.at(
                node,
                owner + " has to be a mapping of keys to values, and this is " + node.described(),
                "Write `key: value`");
        return Optional.empty();
    }

    public Node.Mapping mapping() {
        return mapping;
    }

    public Problems problems() {
        return problems;
    }

    public String owner() {
        return owner;
    }

    /// A key of any kind.
    public Optional<Node> any(String key) {
        return asked(key, ANY);
    }

    /// A key that was asked for as anything first and as something certain then is that.
    private Optional<Node> asked(String key, Shape shape) {
        known.merge(key, shape, (old, now) -> now == ANY ? old : now);
        return mapping.get(key);
    }

    /// What was asked for so far, in order.
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(known);
    }

    /// A key that has to be there.
    public Optional<Node> required(String key, String cure) {
        var node = any(key);
        if (node.isEmpty()) {
            var missed = new Problem(
                    problems.file(), mapping.line(), mapping.column(), "`" + key + "` is missing in " + owner, cure);
            problems.addAll(List.of(missed));
            missing.put(key, missed);
        }
        return node;
    }

    /// A text; a bare number or word counts as one.
    public Optional<String> text(String key) {
        return asked(key, new Shape.Text()).flatMap(node -> textOf(node, "`" + key + "`", problems));
    }

    /// A number within bounds, both allowed.
    public OptionalDouble number(String key, double min, double max) {
        var node = asked(key, new Shape.Number(min, max, false));
        return node.isPresent() ? numberOf(node.get(), "`" + key + "`", min, max, problems) : OptionalDouble.empty();
    }

    public double number(String key, double otherwise, double min, double max) {
        return number(key, min, max).orElse(otherwise);
    }

    /// A whole number within bounds, both allowed.
    public OptionalLong whole(String key, long min, long max) {
        var node = asked(key, new Shape.Number(min, max, true));
        return node.isPresent() ? wholeOf(node.get(), "`" + key + "`", min, max, problems) : OptionalLong.empty();
    }

    public int whole(String key, int otherwise, int min, int max) {
        return (int) whole(key, min, max).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        var node = asked(key, new Shape.Flag());
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
            return scalar.text().equalsIgnoreCase("true");
        }
        problems.at(
                node.get(),
                "`" + key + "` has to be true or false, and this is " + node.get().described(),
                "Write `true` or `false`");
        return otherwise;
    }

    /// One of some words.
    public Optional<String> choice(String key, List<String> options) {
        var node = asked(key, new Shape.Choice(options));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar scalar && options.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        String written = node.get() instanceof Node.Scalar scalar ? scalar.text() : "";
        problems.at(
                node.get(),
                "`" + key + "` has to be one of " + Nearest.listed(options) + ", and this is "
                        + node.get().described(),
                Nearest.to(written, options)
                        .map(name -> "Did you mean `" + name + "`?")
                        .orElse(""));
        return Optional.empty();
    }

    /// A list; a single value counts as a list of one.
    public List<Node> list(String key) {
        return asked(key, new Shape.Items())
                .map(node -> node instanceof Node.Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Node node : list(key)) {
            textOf(node, "each item of `" + key + "`", problems).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /// A mapping below a key.
    public Optional<Fields> mapping(String key) {
        return asked(key, new Shape.Keys()).flatMap(node -> of(node, "`" + key + "`", problems));
    }

    /// Reports a key that is there and makes no sense, with the reason.
    public void refuse(String key, String reason) {
        any(key).ifPresent(node -> problems.at(node, "`" + key + "` has no meaning here: " + reason, ""));
    }

    /// Reports the keys that nobody asked for.
    public void finish() {
        finish(List.of());
    }

    /// Reports the keys that nobody asked for.
    ///
    /// @param alsoKnown keys that have a meaning elsewhere in this mapping
    public void finish(Collection<String> alsoKnown) {
        alsoKnown.forEach(key -> known.putIfAbsent(key, ANY));
        Optional<Node.Entry> before = Optional.empty();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.containsKey(key)) {
                problems.at(entry.key(), "`" + key + "` is not a key of " + owner,
                        YamlCures.decimalComma(before, entry).orElseGet(() -> Nearest.cure(key, known.keySet())));
                // whoever wrote `agnet` has not forgotten the agent
                Nearest.to(key, known.keySet()).map(missing::remove).ifPresent(problems::withdraw);
            }
            before = Optional.of(entry);
        }
    }

    public static Optional<String> textOf(Node node, String what, Problems problems) {
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.EMPTY) {
            return Optional.of(scalar.text());
        }
        problems.at(node, what + " has to be a text, and this is " + node.described(), "");
        return Optional.empty();
    }

    public static OptionalDouble numberOf(Node node, String what, double min, double max, Problems problems) {
        var number = node instanceof Node.Scalar scalar ? scalar.number() : OptionalDouble.empty();
        if (number.isEmpty()) {
            problems.at(
                    node,
                    what + " has to be a number, and this is " + node.described(),
                    node instanceof Node.Scalar scalar && scalar.text().matches("-?[0-9]+,[0-9]+")
                            ? "Write it with a point: `" + scalar.text().replace(',', '.') + "`"
                            : node.written().matches("(?i)[-+]?(inf(inity)?|nan)")
                                    ? bounds("a finite number", min, max, EXACT)
                                    : bounds("a number", min, max, USUAL));
            return OptionalDouble.empty();
        }
        double value = number.getAsDouble();
        if (!(value >= min && value <= max) || Double.isInfinite(value)) {
            problems.at(
                    node,
                    what + " is " + beyond(node, value),
                    bounds(Double.isFinite(value) ? "a number" : "a finite number", min, max, EXACT));
            return OptionalDouble.empty();
        }
        return number;
    }

    public static OptionalLong wholeOf(Node node, String what, long min, long max, Problems problems) {
        var number = node instanceof Node.Scalar scalar ? scalar.number() : OptionalDouble.empty();
        if (number.isEmpty() || number.getAsDouble() != Math.rint(number.getAsDouble())) {
            problems.at(
                    node,
                    what + " has to be a whole number, and this is " + node.described(),
                    bounds("a whole number", min, max, USUAL));
            return OptionalLong.empty();
        }
        boolean exact = node.plain() instanceof Long;
        long value = exact ? (Long) node.plain() : (long) number.getAsDouble();
        if (value < min || value > max || (!exact && Math.abs(number.getAsDouble()) > EXACT)) {
            problems.at(
                    node,
                    what + " is " + beyond(node, number.getAsDouble()),
                    Math.abs(number.getAsDouble()) > EXACT
                            ? bounds("a whole number", Math.max(min, -EXACT), Math.min(max, EXACT), EXACT)
                            : bounds("a whole number", min, max, EXACT));
            return OptionalLong.empty();
        }
        return OptionalLong.of(value);
    }

    /// "1.5, out of range", and what is wrong with a number that is none.
    private static String beyond(Node node, double value) {
        if (Double.isNaN(value)) {
            return "`" + node.written() + "`, which is not a number";
        }
        return Double.isInfinite(value) ? "`" + node.written() + "`, which is infinite" : node.written() + ", out of range";
    }

    /// "Write a number between 0 and 1".
    ///
    /// @param named the largest bound that is worth a word
    private static String bounds(String kind, double min, double max, double named) {
        boolean below = min >= -named;
        boolean above = max <= named;
        if (below && above) {
            return "Write " + kind + " between " + plain(min) + " and " + plain(max);
        }
        if (below) {
            return "Write " + kind + " of at least " + plain(min);
        }
        return above ? "Write " + kind + " of at most " + plain(max) : "Write " + kind;
    }

    /// As an author writes it: 0.5, 100, 1e12.
    private static String plain(double value) {
        if (Math.abs(value) >= USUAL) {
            return Double.toString(value).replace(".0E", "e").replace('E', 'e');
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
