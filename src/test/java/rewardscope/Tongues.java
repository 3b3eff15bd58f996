package rewardscope;

import java.util.List;
import java.util.Locale;

/// Languages that a system may have and that write numbers, dates or letters in ways of their own.
public enum Tongues {
    GERMAN("de-DE", "1,5"),
    EGYPTIAN("ar-EG", "١٫٥"),
    PERSIAN("fa-IR", "۱٫۵"),
    HINDI("hi-IN-u-nu-deva", "१.५"),
    THAI("th-TH-u-ca-buddhist-nu-thai", "๑.๕"),
    TURKISH("tr-TR", "1,5");

    private final Locale locale;
    private final String oneAndAHalf;

    Tongues(String tag, String oneAndAHalf) {
        locale = Locale.forLanguageTag(tag);
        this.oneAndAHalf = oneAndAHalf;
    }

    /// Takes it on in the whole process, until somebody [restores][#restore] what was there.
    ///
    /// @throws IllegalStateException if this Java does not write as that language does, so that nothing would be proved
    public void speak() {
        Locale.setDefault(locale);
        if (!String.format("%.1f", 1.5).equals(oneAndAHalf)) {
            throw new IllegalStateException(this + " writes one and a half as " + String.format("%.1f", 1.5));
        }
    }

    public static void restore(Locale before) {
        Locale.setDefault(before);
    }

    public static List<Tongues> all() {
        return List.of(values());
    }
}
