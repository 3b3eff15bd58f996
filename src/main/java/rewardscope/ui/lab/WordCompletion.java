package rewardscope.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rewardscope.language.world.WordVocabulary;

/// Typing in a world of few words: which of them the last word can become, and which typed ones there are not.
public final class WordCompletion {
    private final WordVocabulary vocabulary;

    public WordCompletion(WordVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// Its words in small letters; signs stand alone, as they do in this world.
    public static List<String> words(String text) {
        String apart = text.toLowerCase(Locale.ROOT).replaceAll("([.,?!])", " $1 ").strip();
        return apart.isEmpty() ? List.of() : List.of(apart.split("\\s+"));
    }

    /// Words of the world that begin as the last typed one does; none behind a space.
    public List<String> completions(String text, int most) {
        if (text.isBlank() || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return List.of();
        }
        String begun = words(text).getLast();
        return vocabulary.words().stream()
                .skip(1) // the end mark is nothing that one types
                .filter(word -> word.startsWith(begun) && !word.equals(begun))
                .limit(most)
                .toList();
    }

    /// The text with its last word completed, ready for the next one.
    public static String completed(String text, String word) {
        int last = text.length();
        while (last > 0 && Character.isLetterOrDigit(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(0, last) + word + " ";
    }

    /// The first word that this world does not have.
    public Optional<String> unknown(String text) {
        return words(text).stream()
                .filter(word -> !vocabulary.knows(word) || word.equals(WordVocabulary.END_WORD))
                .findFirst();
    }
}
