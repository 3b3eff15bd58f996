package rewardscope.language.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reward model learns from: answers to one prompt, and which of them is better than which.
///
/// @param prompt in words
/// @param answers in words, each once
/// @param pairs weighted; the weights of a comparison sum to 1
public record Comparison(String prompt, List<String> answers, List<Pair> pairs) {
    public Comparison {
        answers = List.copyOf(answers);
        pairs = List.copyOf(pairs);
    }

    /// @param chosen number of the better answer
    /// @param rejected number of the other
    public record Pair(int chosen, int rejected, double weight) {}

    /// One answer preferred to another.
    public static Comparison of(String prompt, String chosen, String rejected) {
        return new Comparison(prompt, List.of(chosen, rejected), List.of(new Pair(0, 1, 1)));
    }

    /// A ranking of K answers is the mean over its K-choose-2 pairs.
    public static Comparison ranked(String prompt, List<String> bestFirst) {
        var pairs = new ArrayList<Pair>();
        int K = bestFirst.size();
        for (int i = 0; i < K; i++) {
            for (int j = i + 1; j < K; j++) {
                pairs.add(new Pair(i, j, 2.0 / (K * (K - 1))));
            }
        }
        return new Comparison(prompt, bestFirst, pairs);
    }

    /// Every comparison in a set of labels, in the order of the set. A tie counts half for each side. Ratings, harm labels
    /// and remarks compare the answers to one prompt with each other: what has the higher value is better. Equal answers
    /// and equal values compare nothing.
    public static List<Comparison> from(List<Feedback> labels, RemarkRules rules) {
        var comparisons = new ArrayList<Comparison>();
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (Feedback label : labels) {
            switch (label) {
                case Feedback.Choice c when c.a().equals(c.b()) -> {}
                case Feedback.Choice(var prompt, var a, var b, var verdict, _) -> comparisons.add(
                        switch (verdict) {
                            case A -> of(prompt, a, b);
                            case B -> of(prompt, b, a);
                            case TIE -> new Comparison(prompt, List.of(a, b),
                                    List.of(new Pair(0, 1, 0.5), new Pair(1, 0, 0.5)));
                        });
                case Feedback.Ranking(var prompt, var answers, _) -> {
                    var distinct = answers.stream().distinct().toList();
                    if (distinct.size() > 1) {
                        comparisons.add(ranked(prompt, distinct));
                    }
                }
                case Feedback.Correction(var prompt, var answer, var corrected, _) -> {
                    if (!answer.equals(corrected)) {
                        comparisons.add(of(prompt, corrected, answer));
                    }
                }
                case Feedback.Rating(var prompt, var answer, var rating, _) ->
                    note(values, "rating " + prompt, answer, rating);
                case Feedback.Harm(var prompt, var answer, var harmful, _) ->
                    note(values, "harm " + prompt, answer, harmful ? 0 : 1);
                case Feedback.Remark(var prompt, var answer, var text, _) ->
                    note(values, "remark " + prompt, answer, rules.reward(text));
            }
        }
        values.forEach((key, valued) -> comparisons.addAll(compared(key.substring(key.indexOf(' ') + 1), valued)));
        return List.copyOf(comparisons);
    }

    private static void note(Map<String, Map<String, Double>> values, String key, String answer, double value) {
        values.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(answer, value);
    }

    private static List<Comparison> compared(String prompt, Map<String, Double> valued) {
        var answers = List.copyOf(valued.keySet());
        var comparisons = new ArrayList<Comparison>();
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                double difference = valued.getOrDefault(answers.get(i), 0.0) - valued.getOrDefault(answers.get(j), 0.0);
                if (difference != 0) {
                    comparisons.add(difference > 0
                            ? of(prompt, answers.get(i), answers.get(j))
                            : of(prompt, answers.get(j), answers.get(i)));
                }
            }
        }
        return comparisons;
    }
}
