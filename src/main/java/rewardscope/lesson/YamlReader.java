package rewardscope.lesson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Turns YAML into [Node]s with positions, and nothing else: no tags, no classes, no includes.
///
/// It reads the parser's events with a stack of its own, so that a deep file meets a limit and not the end of the call
/// stack. An alias stands for the node that it names; nodes are counted as often as they are named, so that a small
/// file cannot become a large tree.
public final class YamlReader {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 200_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Origin origin;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Built> anchors = new HashMap<>();
    private List<String> lines = List.of();
    private Optional<Node> root = Optional.empty();
    private int nodes;
    private boolean stopped;

    private YamlReader(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /// Reads a whole file.
    public static Optional<Node> read(String yaml, Problems problems) {
        return read(yaml, Origin.FILE, problems);
    }

    /// Reads a part of a file. Empty if there was nothing, or nothing that could be read: then a problem says so.
    public static Optional<Node> read(String yaml, Origin origin, Problems problems) {
        return new YamlReader(origin, problems).read(yaml);
    }

    private record Built(Node node, int size) {}

    /// A collection whose end has not come yet.
    private static final class Open {
        final boolean mapping;
        final int line;
        final int column;
        final String anchor;
        final int nodesBefore;
        final List<Node> items = new ArrayList<>();
        final List<Node.Entry> entries = new ArrayList<>();
        final Set<String> keys = new HashSet<>();
        Optional<Node.Scalar> key = Optional.empty();

        Open(boolean mapping, int line, int column, String anchor, int nodesBefore) {
            this.mapping = mapping;
            this.line = line;
            this.column = column;
            this.anchor = anchor;
            this.nodesBefore = nodesBefore;
        }
    }

    private Optional<Node> read(String yaml) {
        if (yaml.length() > MOST_CHARACTERS) {
            stop(origin.line(0), origin.column(0, 0), "this is larger than " + MOST_CHARACTERS + " characters");
            return Optional.empty();
        }
        lines = yaml.lines().toList();
        var settings = LoadSettings.builder()
                .setLabel("")
                .setCodePointLimit(2 * MOST_CHARACTERS)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(yaml)) {
                take(event);
                if (stopped) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            String said = oneLine(e.getProblem()).replaceAll("\\.?( \\(Do not use .*\\))?$", "");
            Optional<Mark> mark = YamlCures.faultIsWhereItBegan(said)
                    ? e.getContextMark().or(e::getProblemMark)
                    : e.getProblemMark().or(e::getContextMark);
            problems.at(
                    mark.map(m -> origin.line(m.getLine())).orElse(origin.line(0)),
                    mark.map(m -> origin.column(m.getLine(), m.getColumn())).orElse(origin.column(0, 0)),
                    "this is not YAML: " + YamlCures.plainly(said),
                    YamlCures.of(said, mark.filter(m -> m.getLine() < lines.size()).map(m -> lines.get(m.getLine())).orElse("")));
            return Optional.empty();
        } catch (YamlEngineException e) {
            stop(origin.line(0), origin.column(0, 0), "this is not YAML: " + oneLine(e.getMessage()));
            return Optional.empty();
        } catch (RuntimeException e) { // a fault of the parser: the author's text is still what has to change
            stop(origin.line(0), origin.column(0, 0), "this cannot be read as YAML");
            return Optional.empty();
        }
        return root;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }

    private void stop(int line, int column, String message) {
        problems.at(line, column, message, "");
        stopped = true;
    }

    private void take(Event event) {
        int line = event.getStartMark().map(m -> origin.line(m.getLine())).orElse(origin.line(0));
        int column = event.getStartMark()
                .map(m -> origin.column(m.getLine(), m.getColumn()))
                .orElse(origin.column(0, 0));
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, line, column);
            case SequenceStart -> {
                var start = (SequenceStartEvent) event;
                refuseTag(start.getTag(), line, column);
                begin(false, start, line, column);
            }
            case MappingStart -> {
                var start = (MappingStartEvent) event;
                refuseTag(start.getTag(), line, column);
                begin(true, start, line, column);
            }
            case SequenceEnd, MappingEnd -> end();
            case Alias -> alias((AliasEvent) event, line, column);
            case DocumentStart -> {
                if (root.isPresent()) {
                    stop(line, column, "a second document begins here, and only one can be read");
                }
            }
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void scalar(ScalarEvent event, int line, int column) {
        String tag = event.getTag().orElse("");
        boolean text = !event.isPlain() || tag.equals("tag:yaml.org,2002:str");
        if (!text) {
            refuseTag(event.getTag(), line, column);
        }
        var kind = text ? Node.Kind.TEXT : YamlScalars.kind(event.getValue());
        if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
            YamlCures.swallowed(event.getValue()).ifPresent(escape -> problems.at(
                    line, column, "in double quotes `" + escape + "` stands for a character that cannot be seen",
                    "Write `\\" + escape + "`, or use single quotes"));
        }
        int block = event.isLiteral() ? blockColumn(event) : 0;
        var node = new Node.Scalar(event.getValue(), kind, line, column, block);
        remember(event, node, 1);
        add(node, 1);
    }

    /// The column at which the lines of a literal block begin, 0 if it does not begin with words in the next line.
    private int blockColumn(ScalarEvent event) {
        int first = event.getStartMark().map(m -> m.getLine() + 1).orElse(lines.size());
        if (first >= lines.size() || lines.get(first).isBlank()) {
            return 0;
        }
        String line = lines.get(first);
        return origin.column(first, line.length() - line.stripLeading().length());
    }

    private void refuseTag(Optional<String> tag, int line, int column) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            stop(line, column, "the tag `" + tag.get() + "` has no place here: a lesson is plain data");
        }
    }

    private void begin(boolean mapping, NodeEvent event, int line, int column) {
        if (open.size() >= DEEPEST) {
            stop(line, column, "this is nested more than " + DEEPEST + " levels deep");
            return;
        }
        String anchor = event.getAnchor().map(Object::toString).orElse("");
        open.push(new Open(mapping, line, column, anchor, nodes));
    }

    private void end() {
        Open done = open.pop();
        Node node = done.mapping
                ? new Node.Mapping(List.copyOf(done.entries), done.line, done.column)
                : new Node.Sequence(List.copyOf(done.items), done.line, done.column);
        int size = nodes - done.nodesBefore + 1;
        if (!done.anchor.isEmpty()) {
            anchors.put(done.anchor, new Built(node, size));
        }
        add(node, 1);
    }

    private void remember(NodeEvent event, Node node, int size) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.toString(), new Built(node, size)));
    }

    private void alias(AliasEvent event, int line, int column) {
        var named = anchors.get(event.getAlias().toString());
        if (named == null) {
            stop(line, column, "the alias `*" + event.getAlias() + "` names nothing that is complete before it");
            return;
        }
        if (nodes + named.size() <= MOST_NODES && open.size() < DEEPEST / 2) {
            add(named.node(), named.size());
        } else {
            stop(line, column, "the aliases here make the file too large");
        }
    }

    private void add(Node node, int size) {
        nodes += size;
        if (nodes > MOST_NODES) {
            stop(node.line(), node.column(), "this has more than " + MOST_NODES + " parts");
            return;
        }
        Open parent = open.peek();
        if (parent == null) {
            root = Optional.of(node);
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key.isPresent()) {
            Node.Scalar key = parent.key.get();
            parent.key = Optional.empty();
            if (parent.keys.add(key.text())) {
                parent.entries.add(new Node.Entry(key, node));
            } else {
                problems.at(key, "the key `" + key.text() + "` is here twice", "Keep one of the two");
            }
        } else if (node instanceof Node.Scalar key) {
            parent.key = Optional.of(key);
        } else {
            stop(node.line(), node.column(), "a key has to be a word, and this is " + node.described());
        }
    }
}
