package rewardscope.ui.monkey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a thread was seen doing, look by look: a line for each way into the work, the most seen first.
final class Profile {
    private static final int LINES = 12;

    private final Map<String, Integer> times = new LinkedHashMap<>();

    void add(StackTraceElement[] frames) {
        var ours = new ArrayList<String>();
        for (int i = 0; i < frames.length; i++) {
            if (i == 0 || frames[i].getClassName().startsWith("rewardscope") || telling(frames[i])) {
                ours.add(name(frames[i]));
            }
        }
        times.merge(String.join(" < ", ours.subList(0, Math.min(9, ours.size()))), 1, Integer::sum);
    }

    /// Steps of JavaFX that say what kind of work it is.
    private static boolean telling(StackTraceElement frame) {
        return switch (frame.getMethodName()) {
            case "applyCss", "doCSSPass", "doLayoutPass", "handleEvent", "loadClass", "linkCallSite", "synchronizeSceneNodes" ->
                true;
            default -> false;
        };
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    List<String> lines() {
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(LINES)
                .map(entry -> "seen " + entry.getValue() + " ×: " + entry.getKey())
                .toList();
    }

}
