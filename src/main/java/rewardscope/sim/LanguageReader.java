package rewardscope.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.language.LanguageSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;

/// Reads a `language`: a `corpus` in place, the name of a `file` under assets/corpora, which an instructor may edit, or a
/// toy `world` of words (see [WorldReader]).
final class LanguageReader {
    private static final String DEFAULT = "rat-and-cat";
    private static final int LONGEST = 1_000_000;

    private LanguageReader() {}

    static EnvironmentSpec read(Fields fields) {
        Optional<Node> world = fields.any("world");
        if (world.isPresent()) {
            fields.refuse("corpus", "the world writes its own");
            fields.refuse("file", "the world writes its own");
            fields.refuse("prompt", "the world has its own");
            var spec = WorldReader.behind(world.get(), fields.problems());
            return spec.isPresent() ? spec.get() : LanguageSpec.of("-".repeat(LanguageSpec.SHORTEST));
        }
        Optional<String> inPlace = fields.text("corpus");
        Optional<Node> file = fields.any("file");
        String name = fields.text("file").orElse(DEFAULT);
        if (inPlace.isPresent() && file.isPresent()) {
            fields.problems().at(file.get(), "`corpus` and `file` exclude each other", "Leave one of them out");
        }
        Optional<String> corpus = inPlace.isPresent() ? inPlace : bundled(name);
        if (corpus.isEmpty()) {
            file.ifPresent(at -> fields.problems().at(
                    at,
                    "there is no text assets/corpora/" + name + ".txt",
                    "One that comes with it is `" + DEFAULT + "`"));
        }
        String text = corpus.orElse("");
        return fields.text("prompt").map(prompt -> new LanguageSpec(text, prompt)).orElseGet(
                () -> LanguageSpec.of(text));
    }

    /// The file beside the program before the one inside of it.
    private static Optional<String> bundled(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            return Optional.empty();
        }
        String place = "assets/corpora/" + name + ".txt";
        Path edited = Path.of(System.getProperty("rewardscope.home", ".")).resolve(place);
        try (InputStream in = Files.isRegularFile(edited)
                ? Files.newInputStream(edited)
                : LanguageReader.class.getResourceAsStream("/" + place)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
