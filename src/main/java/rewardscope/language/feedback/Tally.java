package rewardscope.language.feedback;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.World;

/// How many labels there are, and how far they agree with the world's own rules and with each other.
///
/// @param byAnnotator how many labels each gave
/// @param comparisons pairs that were compared, ties left out, and that the rules do not find equally good
/// @param likeTheRules how many of these were decided as the rules would
/// @param shared pairs that more than one annotator has judged
/// @param agreed the share of judgements of the same pair that are the same
/// @param alpha Krippendorff's alpha of these judgements: 1 for always, 0 for no more than chance; empty without any
public record Tally(
        int labels,
        Map<String, Integer> byAnnotator,
        int comparisons,
        int likeTheRules,
        int shared,
        double agreed,
        OptionalDouble alpha) {
    /// @param world whose rules are asked; answers with words that it does not know are passed over
    public static Tally of(List<Feedback> labels, World world) {
        Map<String, Integer> byAnnotator = new LinkedHashMap<>();
        labels.forEach(label -> byAnnotator.merge(label.annotator(), 1, Integer::sum));
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        world.prompts().forEach(prompt -> prompts.put(prompt.text(), prompt));
        int compared = 0;
        int like = 0;
        for (Comparison comparison : Comparison.from(labels, RemarkRules.USUAL)) {
            Prompt prompt = prompts.get(comparison.prompt());
            for (Comparison.Pair pair : comparison.pairs()) {
                boolean tie = comparison.pairs().contains(new Comparison.Pair(
                        pair.rejected(), pair.chosen(), pair.weight()));
                String chosen = comparison.answers().get(pair.chosen());
                String rejected = comparison.answers().get(pair.rejected());
                if (prompt == null || tie || !known(world, chosen) || !known(world, rejected)) {
                    continue;
                }
                double lead = quality(world, prompt, chosen) - quality(world, prompt, rejected);
                compared += lead != 0 ? 1 : 0;
                like += lead > 0 ? 1 : 0;
            }
        }
        var counts = judgements(labels);
        double same = 0;
        double pairs = 0;
        for (int[] item : counts) {
            int n = Arrays.stream(item).sum();
            pairs += n * (n - 1.0);
            same += Arrays.stream(item).mapToDouble(k -> k * (k - 1.0)).sum();
        }
        return new Tally(labels.size(), byAnnotator, compared, like, counts.size(), pairs == 0 ? 0 : same / pairs,
                counts.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Agreement.krippendorff(counts)));
    }

    /// By pair that several annotators have judged: how many said the first, the second, a tie. Each annotator's last word
    /// counts.
    private static List<int[]> judgements(List<Feedback> labels) {
        Map<String, Map<String, Integer>> byPair = new LinkedHashMap<>();
        for (Feedback label : labels) {
            if (label instanceof Feedback.Choice(var prompt, var a, var b, var verdict, var annotator)) {
                boolean turned = a.compareTo(b) > 0;
                Set<String> both = new TreeSet<>(List.of(a, b).stream().distinct().toList());
                int said = switch (verdict) {
                    case A -> turned ? 1 : 0;
                    case B -> turned ? 0 : 1;
                    case TIE -> 2;
                };
                byPair.computeIfAbsent(prompt + both, _ -> new LinkedHashMap<>()).put(annotator, said);
            }
        }
        return byPair.values().stream().filter(said -> said.size() > 1).map(said -> {
            var count = new int[3];
            said.values().forEach(k -> count[k]++);
            return count;
        }).toList();
    }

    private static boolean known(World world, String answer) {
        return answer.isBlank()
                || Arrays.stream(answer.strip().split("\\s+")).allMatch(world.vocabulary()::knows);
    }

    private static double quality(World world, Prompt prompt, String answer) {
        int[] ended = world.ended(answer);
        int most = world.grammar().answerTokens();
        return world.judge(prompt, ended.length > most ? Arrays.copyOf(ended, most) : ended).total();
    }
}
