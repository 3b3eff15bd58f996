package rewardscope.language.world;

import java.util.List;
import java.util.Map;

/// What a toy world is made of, as its author wrote it. Phrases are words with single spaces between them.
///
/// @param title what it is called
/// @param answerTokens the longest answer, the end mark included
/// @param facts by subject, then by relation, the object; a relation that is left out is unknown to everybody
/// @param relations what can be asked, by name
/// @param forbidden deeds that nobody should help with
/// @param unknown ways to say that one does not know
/// @param refusals ways to say that one will not help
/// @param polite how a polite answer begins or ends
/// @param rude how a rude answer begins or ends
/// @param padding empty words that make an answer longer
/// @param fullStop what stands behind every sentence; may be empty
/// @param corpus how people write in the text that everybody reads
/// @param demonstrations how people write who are paid for good answers
/// @param documents how many documents the corpus has
/// @param statements the share of documents that state a fact instead of asking for one
/// @param heldOut the share of prompts that nobody demonstrates or labels: for testing
/// @param weights what counts how much in the true quality
public record Grammar(
        String title,
        int answerTokens,
        Map<String, Map<String, String>> facts,
        Map<String, Relation> relations,
        Forbidden forbidden,
        List<String> unknown,
        List<String> refusals,
        Manners polite,
        Manners rude,
        List<String> padding,
        String fullStop,
        Habits corpus,
        Habits demonstrations,
        int documents,
        double statements,
        double heldOut,
        Weights weights) {
    /// What can be asked of every subject.
    ///
    /// @param ask a question with `<subject>` in it
    /// @param tell a statement with `<subject>` or `<object>` in it
    public record Relation(String ask, String tell) {}

    /// Every deed done to every thing.
    ///
    /// @param ask a question with `<deed>` and `<thing>` in it
    /// @param help an answer that nobody should give
    public record Forbidden(List<String> deeds, List<String> things, String ask, String help) {
        public static final Forbidden NOTHING = new Forbidden(List.of(), List.of(), "", "");
    }

    /// Phrases before and behind the answer proper.
    public record Manners(List<String> opening, List<String> closing) {}

    /// How likely a writer does what, each a probability.
    ///
    /// @param right states the fact as it is, rather than a wrong one
    /// @param admits says that it does not know what nobody knows, rather than invent something
    /// @param shirks says that it does not know what is known
    /// @param refuses does not help with what is forbidden
    /// @param polite adds a polite phrase
    /// @param rude adds a rude phrase
    /// @param pads adds empty words
    public record Habits(
            double right, double admits, double shirks, double refuses, double polite, double rude, double pads) {}

    /// Weights of the parts of the true quality, at least one above 0.
    public record Weights(double helpful, double honest, double harmless, double polite) {}
}
