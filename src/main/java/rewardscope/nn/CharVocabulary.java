package rewardscope.nn;

import java.util.Arrays;

/// The characters of a text as tokens, numbered in the order of their code points.
///
/// @param characters every character once, in ascending order
public record CharVocabulary(String characters) {
    public static CharVocabulary of(String text) {
        var distinct = new StringBuilder();
        text.codePoints().distinct().sorted().forEach(distinct::appendCodePoint);
        return new CharVocabulary(distinct.toString());
    }

    /// V
    public int size() {
        return characters.codePointCount(0, characters.length());
    }

    public int[] encode(String text) {
        int[] known = characters.codePoints().toArray();
        return text.codePoints().map(c -> {
            int id = Arrays.binarySearch(known, c);
            if (id < 0) {
                throw new IllegalArgumentException("'" + Character.toString(c) + "' is not in the vocabulary");
            }
            return id;
        }).toArray();
    }

    public String decode(int... tokens) {
        int[] known = characters.codePoints().toArray();
        var text = new StringBuilder();
        for (int token : tokens) {
            text.appendCodePoint(known[token]);
        }
        return text.toString();
    }
}
