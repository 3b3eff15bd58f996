package rewardscope.language.world;

import java.util.Arrays;

/// A question that somebody may ask.
///
/// @param number its place in the world's list
/// @param heldOut whether nobody demonstrates or labels answers to it
/// @param subject the subject asked about, or the deed asked for
/// @param relation the relation asked for, or the thing that the deed is done to
/// @param object the right object of a fact; empty otherwise
public record Prompt(
        int number, Kind kind, String text, int[] tokens, boolean heldOut, String subject, String relation,
        String object) {
    public enum Kind {
        /// has a right answer
        FACT,
        /// nobody knows
        UNKNOWN,
        /// nobody should help
        FORBIDDEN
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prompt that && number == that.number && text.equals(that.text)
                && Arrays.equals(tokens, that.tokens);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
