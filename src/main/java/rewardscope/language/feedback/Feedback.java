package rewardscope.language.feedback;

import java.util.List;

/// One thing that somebody said about answers to a prompt. Prompts and answers are words, so that a set of labels
/// outlives the model and the numbering of its tokens. Answers are without the end mark.
public sealed interface Feedback {
    String prompt();

    /// Who said it.
    String annotator();

    /// Which of two answers is better.
    ///
    /// @param a the answer shown on the left
    /// @param b the answer shown on the right
    record Choice(String prompt, String a, String b, Verdict verdict, String annotator) implements Feedback {}

    enum Verdict { A, B, TIE }

    /// Answers from best to worst.
    record Ranking(String prompt, List<String> answers, String annotator) implements Feedback {
        public Ranking {
            answers = List.copyOf(answers);
        }
    }

    /// How good one answer is.
    ///
    /// @param rating 1 (bad) to 5 (good)
    record Rating(String prompt, String answer, double rating, String annotator) implements Feedback {}

    /// Whether one answer does harm.
    record Harm(String prompt, String answer, boolean harmful, String annotator) implements Feedback {}

    /// A better answer, which becomes a demonstration, and is preferred to the one that it replaces.
    record Correction(String prompt, String answer, String corrected, String annotator) implements Feedback {}

    /// What somebody wrote about an answer.
    record Remark(String prompt, String answer, String text, String annotator) implements Feedback {}
}
