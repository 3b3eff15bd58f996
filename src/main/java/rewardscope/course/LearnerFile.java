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

    /// @throws IOException if a learner was drawn and cannot be kept
    static Learner readOrDraw(Path folder) throws IOException {
        var before = read(folder.resolve(NAME));
        if (before.isPresent()) {
            return before.get();
        }
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

    /// Empty where there is none, or none that can be understood.
    private static Optional<Learner> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String name = "";
        long seed = 0;
        try (var json = JSON.createParser(Files.readString(file))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                    name = json.getText();
                } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "seed".equals(json.currentName())) {
                    seed = json.getLongValue();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return seed == 0 ? Optional.empty() : Optional.of(new Learner(name, seed));
    }
}
