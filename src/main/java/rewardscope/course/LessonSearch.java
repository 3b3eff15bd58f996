package rewardscope.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rewardscope.lesson.Block;
import rewardscope.lesson.Inline;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.PlainWords;

/// Finds lessons, their sections, and words of the glossary. Every word that is looked for has to be there, as the
/// beginning of a word; names count more than text, and the order of the course decides between equals.
public final class LessonSearch {
    private static final int EXCERPT = 120;

    private final List<Place> places = new ArrayList<>();

    /// Something that was found.
    ///
    /// @param title the lesson's title, or the glossary's term
    /// @param heading the section it is in, or empty
    /// @param excerpt the text around it
    /// @param lesson the lesson to open, as in [Act#lesson]; empty for a term that no lesson teaches
    /// @param term whether it is a word of the glossary
    public record Hit(String title, String heading, String excerpt, String lesson, boolean term) {}

    private record Place(Hit at, String names, String text) {}

    private record Scored(Hit hit, int score, int order) {}

    /// Adds a lesson, section by section.
    ///
    /// @param file as in [Act#lesson]
    public LessonSearch add(String file, Lesson lesson) {
        var header = lesson.header();
        String heading = "";
        var section = new ArrayList<Block>();
        String names = String.join(" ", header.title(), header.unit(), String.join(" ", header.objectives()));
        for (Block block : lesson.text()) {
            if (block instanceof Block.Heading(_, var words)) {
                place(header.title(), heading, names, section, file);
                heading = Inline.words(words);
                names = heading;
                section.clear();
            } else {
                section.add(block);
            }
        }
        place(header.title(), heading, names, section, file);
        return this;
    }

    private void place(String title, String heading, String names, List<Block> section, String file) {
        String text = PlainWords.of(section);
        places.add(new Place(new Hit(title, heading, text, file, false), fold(names), fold(text)));
    }

    /// Adds the words of a glossary.
    public LessonSearch add(Glossary glossary) {
        for (var entry : glossary.entries()) {
            String text = PlainWords.of(entry.meaning());
            String names = Stream.concat(
                            Stream.of(entry.term(), entry.symbol().orElse("").replace("\\", "")), entry.also().stream())
                    .collect(Collectors.joining(" "));
            places.add(new Place(
                    new Hit(entry.term(), "", text, entry.lesson().orElse(""), true), fold(names), fold(text)));
        }
        return this;
    }

    /// What fits some words best, best first.
    ///
    /// @param most how many at most
    public List<Hit> find(String words, int most) {
        var wanted = Stream.of(fold(words).strip().split(" ")).filter(word -> !word.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Scored>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            int score = score(place, wanted);
            if (score > 0) {
                found.add(new Scored(cut(place, wanted), score, i));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Scored::score).reversed().thenComparingInt(Scored::order))
                .limit(most)
                .map(Scored::hit)
                .toList();
    }

    private static int score(Place place, List<String> wanted) {
        int score = 0;
        for (String word : wanted) {
            int names = begins(place.names(), word) >= 0 ? (place.at().term() ? 20 : 10) : 0;
            int text = begins(place.text(), word) >= 0 ? 1 : 0;
            if (names + text == 0) {
                return 0;
            }
            score += names + text;
        }
        return score;
    }

    /// Where a word begins with the one that is looked for, or −1.
    private static int begins(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private static Hit cut(Place place, List<String> wanted) {
        String text = place.at().excerpt();
        int at = wanted.stream().mapToInt(word -> begins(place.text(), word)).filter(i -> i >= 0).min().orElse(0);
        int from = at <= EXCERPT / 3 ? 0 : text.lastIndexOf(' ', at - EXCERPT / 3) + 1;
        int to = Math.min(text.length(), from + EXCERPT);
        String excerpt = (from > 0 ? "… " : "") + text.substring(from, to).strip() + (to < text.length() ? " …" : "");
        var hit = place.at();
        return new Hit(hit.title(), hit.heading(), excerpt, hit.lesson(), hit.term());
    }

    /// Small letters, one space for whatever separates words; each character stays at its place.
    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(
                Character.isWhitespace(c) || c == '-' || c == '–' ? ' ' : (char) Character.toLowerCase(c)));
        return folded.toString();
    }
}
