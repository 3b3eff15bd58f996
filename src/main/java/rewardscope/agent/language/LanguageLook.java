package rewardscope.agent.language;

import java.util.List;

/// What a language model makes of its text at one moment.
///
/// @param tokens every token as text, by its number
/// @param prompt the tokens that the sample begins with
/// @param sample what the model writes after the prompt, drawn at temperature 0.8
/// @param next the likeliest tokens after the prompt, likeliest first
/// @param attention by head, then by row (the token that looks), then by column (the token looked at); last layer
/// @param embeddings by token, its embedding along the first two principal components
/// @param explained the share of the embeddings' variance that the two components hold
public record LanguageLook(
        List<String> tokens,
        List<String> prompt,
        String sample,
        List<Candidate> next,
        double[][][] attention,
        double[][] embeddings,
        double explained) {
    /// A token that may come next.
    public record Candidate(String token, double probability) {}
}
