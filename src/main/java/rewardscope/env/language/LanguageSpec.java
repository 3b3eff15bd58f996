package rewardscope.env.language;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;

/// A `language` environment.
///
/// @param corpus the text to learn from
/// @param prompt how the shown samples begin; every character of it is in the corpus
public record LanguageSpec(String corpus, String prompt) implements EnvironmentSpec {
    /// The shortest text that a window fits into.
    public static final int SHORTEST = 40;

    /// A text whose samples begin with its own first letters.
    public static LanguageSpec of(String corpus) {
        return new LanguageSpec(corpus, corpus.substring(0, Math.min(8, corpus.length())));
    }

    @Override
    public String type() {
        return "language";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (corpus.length() < SHORTEST) {
            faults.add(new Fault(
                    List.of("corpus"),
                    "expected a text of at least " + SHORTEST + " characters, found " + corpus.length()));
        }
        if (prompt.isEmpty() || prompt.length() > SHORTEST) {
            faults.add(new Fault(List.of("prompt"), "expected 1 to " + SHORTEST + " characters"));
        }
        prompt.codePoints().filter(c -> corpus.indexOf(c) < 0).findFirst().ifPresent(c -> faults.add(new Fault(
                List.of("prompt"), "expected characters of the corpus; '" + Character.toString(c) + "' is not in it")));
        return List.copyOf(faults);
    }

    @Override
    public Reading create(RandomStream random) {
        return new Reading(this);
    }
}
