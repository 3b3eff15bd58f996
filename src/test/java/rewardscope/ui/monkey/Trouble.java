package rewardscope.ui.monkey;

import java.util.List;

/// Something that went wrong while the monkey played.
///
/// @param kind what kind of thing
/// @param what the exception or the sentence
/// @param trace where it happened, a line a frame
/// @param millis how long it took, for a freeze
public record Trouble(Kind kind, String what, List<String> trace, long millis) {
    public enum Kind {
        EXCEPTION,
        LOGGED,
        FREEZE,
        SENTENCE
    }

    public Trouble {
        trace = List.copyOf(trace);
    }

    public static Trouble of(Kind kind, Throwable e) {
        return new Trouble(kind, e.toString(), frames(e), 0);
    }

    private static List<String> frames(Throwable e) {
        var lines = new java.util.ArrayList<String>();
        for (Throwable each = e; each != null && lines.size() < 120; each = each.getCause()) {
            if (each != e) {
                lines.add("caused by " + each);
            }
            for (StackTraceElement frame : each.getStackTrace()) {
                lines.add(frame.toString());
            }
        }
        return lines;
    }

    /// Troubles of one place are one trouble.
    public String place() {
        if (kind == Kind.LOGGED && trace.stream().anyMatch(line -> line.contains("CssStyleHelper"))) {
            return kind + " by style sheets, from " + trace.stream()
                    .filter(line -> line.contains(".skin.") || line.contains("rewardscope"))
                    .findFirst()
                    .orElse("");
        }
        return kind + " " + what.replaceAll("[0-9]+", "#").lines().findFirst().orElse("") + " at "
                + trace.stream().filter(line -> line.contains("rewardscope")).findFirst().orElseGet(() ->
                        trace.stream().findFirst().orElse(""));
    }

    public String report() {
        return kind + (millis > 0 ? " " + millis + " ms" : "") + ": " + what + "\n    "
                + String.join("\n    ", trace.subList(0, Math.min(45, trace.size())));
    }
}
