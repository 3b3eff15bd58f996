package rewardscope.course;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import rewardscope.store.WholeFile;

/// Who learns here, in `learner.json`: `{"name":"Ada","seed":4711}`.
final class LearnerFile {
    static final Learner NOBODY = new Learner("", 0);

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final String NAME = "learner.json";

    private LearnerFile() {}

    /// A learner without a name and with a number of their own, of six digits at most so that it can be told.
    static Learner draw() {
        return new Learner("", ThreadLocalRandom.current().nextLong(1, 1_000_000));
    }

    /// Who was found, and what they have to be told.
    ///
    /// @param notice a sentence if the file was damaged; else empty
    record Found(Learner learner, Optional<String> notice) {}

    /// Reads who learns here, or draws somebody new where nobody is yet. A damaged file is set aside and stays as it is,
    /// since somebody may still read the number in it.
    ///
    /// @throws IOException if there is a file that cannot be read, or a learner was drawn and cannot be kept
    static Found readOrDraw(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new Found(drawn(folder), Optional.empty());
        }
        var before = understood(Files.readAllBytes(file));
        if (before.isPresent()) {
            return new Found(before.get(), Optional.empty());
        }
        Path aside = Aside.move(file);
        Learner drawn = drawn(folder);
        return new Found(drawn, Optional.of("Who learns here could not be read from " + file + ", which is kept as "
                + aside.getFileName() + ". Your answers are all there; your number is a new one, " + drawn.seed()
                + ". If you know the old one, write it under Learner, and your exercises have their old figures."));
    }

    private static Learner drawn(Path folder) throws IOException {
        Learner drawn = draw();
        write(folder, drawn);
        return drawn;
    }

    static void write(Path folder, Learner learner) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", learner.name());
            json.writeNumberField("seed", learner.seed());
            json.writeEndObject();
        }
        WholeFile.writePrivately(folder.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where it is no learner.
    private static Optional<Learner> understood(byte[] text) {
        String name = "";
        long seed = 0;
        try (var json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                    name = json.getText();
                } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "seed".equals(json.currentName())) {
                    seed = json.getLongValue();
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // the bytes are in memory: it can only be what is in them
        }
        return seed == 0 ? Optional.empty() : Optional.of(new Learner(name, seed));
    }
}
