package rewardscope.language.world;

import java.util.Arrays;

/// Words that mean something together.
///
/// @param subject of a statement, or the deed of a help
/// @param relation of a statement, or the thing of a help
/// @param object of a statement
record Phrase(Kind kind, int[] tokens, String subject, String relation, String object) {
    enum Kind {
        STATEMENT,
        UNKNOWN,
        REFUSAL,
        HELP,
        POLITE,
        RUDE,
        PADDING,
        STOP
    }

    /// Whether it stands at this place.
    boolean at(int[] text, int from, int to) {
        return from + tokens.length <= to
                && Arrays.equals(tokens, 0, tokens.length, text, from, from + tokens.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase that && kind == that.kind && Arrays.equals(tokens, that.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }
}
