package rewardscope.language.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns what somebody wrote about an answer into a reward, by rules that can be shown: every word that has a worth
/// counts, a denial in front of it turns it round, and the sum is kept within [−2, 2].
///
/// @param worth by word
/// @param denials words that turn the next worth round
public record RemarkRules(Map<String, Double> worth, List<String> denials) {
    public static final RemarkRules USUAL = new RemarkRules(
            Map.ofEntries(
                    Map.entry("great", 2.0),
                    Map.entry("good", 1.0),
                    Map.entry("right", 1.0),
                    Map.entry("true", 1.0),
                    Map.entry("polite", 1.0),
                    Map.entry("kind", 1.0),
                    Map.entry("safe", 1.0),
                    Map.entry("helpful", 1.0),
                    Map.entry("long", -0.5),
                    Map.entry("bad", -1.0),
                    Map.entry("wrong", -1.0),
                    Map.entry("false", -1.0),
                    Map.entry("rude", -1.0),
                    Map.entry("invented", -1.0),
                    Map.entry("harmful", -2.0),
                    Map.entry("dangerous", -2.0)),
            List.of("not", "no", "never", "isn't", "hardly"));

    /// One word that counted.
    ///
    /// @param worth with its sign turned if it was denied
    public record Found(String word, double worth, boolean denied) {}

    /// The words of a text that count, in order.
    public List<Found> read(String text) {
        var found = new ArrayList<Found>();
        boolean denied = false;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z']+")) {
            Double counts = worth.get(word);
            if (counts != null) {
                found.add(new Found(word, denied ? -counts : counts, denied));
                denied = false;
            } else if (denials.contains(word)) {
                denied = true;
            }
        }
        return List.copyOf(found);
    }

    /// In [−2, 2].
    public double reward(String text) {
        return Math.clamp(read(text).stream().mapToDouble(Found::worth).sum(), -2, 2);
    }
}
