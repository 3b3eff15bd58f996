package rewardscope.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How acts are called in files.
final class Words {
    private Words() {}

    static String of(Act.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Act.Kind> kind(String word) {
        return Arrays.stream(Act.Kind.values()).filter(kind -> of(kind).equals(word)).findFirst();
    }
}
