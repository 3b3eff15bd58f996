package rewardscope.agent.language;

import java.util.List;
import java.util.Optional;

/// What a language model makes of its text at one moment.
///
/// @param tokens every token as text, by its number
/// @param prompt the tokens that the sample begins with
/// @param sample what the model writes after the prompt, drawn at temperature 0.8
/// @param next by place in the prompt: the tokens likeliest to come after it, likeliest first
/// @param promptProbability by place in the prompt: what the model gave that token; NaN for the first
/// @param attention by layer, by head, by row (the place that looks), by column (the place looked at)
/// @param embeddings by token, its embedding along the first two principal components
/// @param explained the share of the embeddings' variance that the two components hold
/// @param tokensPerUpdate how many tokens an update trains on
/// @param trouble why there is nothing to see, in a sentence: a weight is not a finite number; everything above that
///     the model would have to work out is empty then
public record LanguageLook(
        List<String> tokens,
        List<String> prompt,
        String sample,
        List<List<Candidate>> next,
        double[] promptProbability,
        double[][][][] attention,
        double[][] embeddings,
        double explained,
        int tokensPerUpdate,
        Optional<String> trouble) {
    /// A token that may come next.
    public record Candidate(String token, double probability) {}

    /// Number of layers.
    public int layers() {
        return attention.length;
    }

    /// Number of heads in a layer.
    public int heads() {
        return attention.length == 0 ? 0 : attention[0].length;
    }
}
