package rewardscope.language.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words as tokens. Token 0 is the mark between two documents, which also ends an answer.
public final class WordVocabulary {
    public static final String END_WORD = "<end>";
    public static final int END = 0;

    private final List<String> words;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /// @param words every word once, without the end mark
    public WordVocabulary(List<String> words) {
        var all = new ArrayList<String>();
        all.add(END_WORD);
        all.addAll(words);
        this.words = List.copyOf(all);
        for (int i = 0; i < this.words.size(); i++) {
            if (numbers.put(this.words.get(i), i) != null) {
                throw new IllegalArgumentException("the word " + this.words.get(i) + " is there twice");
            }
        }
    }

    /// A token as it is shown: the end mark as no word looks like.
    public static String visible(String token) {
        return token.equals(END_WORD) ? "(end)" : token;
    }

    /// V, the end mark included
    public int size() {
        return words.size();
    }

    /// Every token as a word, by number.
    public List<String> words() {
        return words;
    }

    public String word(int token) {
        return words.get(token);
    }

    public boolean knows(String word) {
        return numbers.containsKey(word);
    }

    /// The tokens of words with spaces between them.
    ///
    /// @throws IllegalArgumentException names the word that is not known
    public int[] encode(String text) {
        return text.isBlank() ? new int[0] : List.of(text.strip().split("\\s+")).stream()
                .mapToInt(word -> {
                    Integer number = numbers.get(word);
                    if (number == null) {
                        throw new IllegalArgumentException("the word `" + word + "` is not in the vocabulary");
                    }
                    return number;
                })
                .toArray();
    }

    public String decode(int... tokens) {
        var text = new StringBuilder();
        for (int token : tokens) {
            text.append(text.isEmpty() ? "" : " ").append(words.get(token));
        }
        return text.toString();
    }
}
