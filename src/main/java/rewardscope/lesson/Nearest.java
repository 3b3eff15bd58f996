package rewardscope.lesson;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that an author probably meant.
public final class Nearest {
    private Nearest() {}

    /// The known name that is fewest edits away, if that is near enough to be a slip.
    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > 60) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        String best = "";
        int fewest = Math.max(1, wanted.length() / 3) + 1;
        for (String name : known) {
            int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// "Did you mean `epsilon`?", or the list of what there is when nothing is near.
    public static String cure(String written, Collection<String> known) {
        return to(written, known)
                .map(name -> "Did you mean `" + name + "`?")
                .orElseGet(() -> known.isEmpty() ? "" : "Write one of " + listed(known));
    }

    /// Names in backquotes, separated by commas.
    public static String listed(Collection<String> names) {
        return String.join(", ", names.stream().map(n -> "`" + n + "`").toList());
    }

    /// Damerau and Levenshtein's distance, neighbours swapped counting as one edit.
    static int edits(String a, String b) {
        var before = new int[b.length() + 1];
        var above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[b.length()];
    }
}
