package rewardscope.nn;

/// The shape of a pre-LN GPT.
///
/// @param vocabulary V, number of tokens
/// @param channels   C, width of the residual stream
/// @param layers     number of blocks
/// @param heads      H, divides C
/// @param block      longest sequence, number of learned positions
/// @param tied       whether the head shares the token embedding's weights
/// @param scalarHead whether there is a second head of one number a position: a value or a reward
public record GptConfig(
        int vocabulary, int channels, int layers, int heads, int block, boolean tied, boolean scalarHead) {
    public GptConfig {
        if (vocabulary < 1 || channels < 1 || layers < 0 || heads < 1 || block < 1) {
            throw new IllegalArgumentException("every size of a GPT must be positive");
        }
        if (channels % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide " + channels + " channels");
        }
    }

    public static GptConfig of(int vocabulary, int channels, int layers, int heads, int block) {
        return new GptConfig(vocabulary, channels, layers, heads, block, false, false);
    }
}
