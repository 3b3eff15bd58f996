package rewardscope.lesson;

/// Numbers as people type them on their own keyboards, made into those that programs read. The rule is the same in every
/// country, so that a number never depends on the settings of a computer: a comma is a decimal comma, thousands are not
/// grouped, digits of any script count as what they say.
public final class Numerals {
    private static final String MINUSES = "\u2212\u2010\u2011\u2012\u2013\uFE63\uFF0D";
    private static final String DECIMAL_MARKS = ",\u066B\u060C\uFF0C\uFF0E";
    /// Marks of direction that an editor for Arabic or Hebrew puts around a number.
    private static final String UNSEEN = "\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u202A\u202B\u202C";

    private Numerals() {}

    /// The same with ASCII digits, `-` for every minus and `.` for every decimal mark; anything else is left as it is.
    public static String plain(String typed) {
        var plain = new StringBuilder();
        typed.strip().codePoints().filter(c -> UNSEEN.indexOf(c) < 0).forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (MINUSES.indexOf(c) >= 0) {
                plain.append('-');
            } else if (DECIMAL_MARKS.indexOf(c) >= 0) {
                plain.append('.');
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
