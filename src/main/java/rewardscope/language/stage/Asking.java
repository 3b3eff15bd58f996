package rewardscope.language.stage;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What to ask about, so that few labels say much: the same for people and for simulated annotators.
final class Asking {
    /// Answers that are written for a pair: two of them are asked about.
    static final int CANDIDATES = 4;

    private Asking() {}

    /// The two answers with the smallest share of words in common, the first two of those that are equally unlike.
    ///
    /// @param answers at least two
    static <A> List<A> leastAlike(List<A> answers, Function<A, Set<?>> words) {
        var best = answers.subList(0, 2);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                Set<?> one = words.apply(answers.get(i));
                Set<?> other = words.apply(answers.get(j));
                double common = one.stream().filter(other::contains).count();
                double alike = common / (one.size() + other.size() - common);
                if (alike < least) {
                    least = alike;
                    best = List.of(answers.get(i), answers.get(j));
                }
            }
        }
        return best;
    }
}
