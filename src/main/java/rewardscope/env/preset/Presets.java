package rewardscope.env.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The ready-made environments, in the order of a course.
public final class Presets {
    private static final String GAMBLER = "gambler";

    private static final List<String> NAMES = List.of(
            "ten-armed-testbed",
            "aima-4x3",
            "sutton-barto-4x4",
            "sutton-barto-5x5",
            "book-grid",
            "bridge-grid",
            "discount-grid",
            GAMBLER,
            "linear-track",
            "t-maze",
            "radial-arm",
            "random-walk-5",
            "random-walk-19",
            "windy",
            "cliff-walking",
            "frozen-lake-4x4",
            "frozen-lake-8x8",
            "dyna-maze",
            "baird");

    private Presets() {}

    public static List<String> names() {
        return NAMES;
    }

    /// The environment as YAML, comments included; empty if there is none of that name.
    public static Optional<String> yaml(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(name.equals(GAMBLER) ? Gambler.yaml() : resource(name));
    }

    /// What it is, in a line.
    public static Optional<String> title(String name) {
        return yaml(name).map(text -> text.lines().findFirst().orElse("").replaceFirst("^# *", ""));
    }

    private static String resource(String name) {
        try (var in = Presets.class.getResourceAsStream("/rewardscope/presets/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the preset " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
