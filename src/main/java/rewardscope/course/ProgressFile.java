package rewardscope.course;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.store.Journal;

/// A learner's acts on the disk: one JSON object a line, there the moment it happens.
///
/// `{"at":"2026-03-01T09:15:00Z","lesson":"04-td/the-rat.md","exercise":"after-two","act":"right","fields":{"":"0.225"}}`
public final class ProgressFile implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Journal journal;
    private final List<Act> acts;
    private final int damaged;

    private ProgressFile(Journal journal, List<Act> acts, int damaged) {
        this.journal = journal;
        this.acts = acts;
        this.damaged = damaged;
    }

    /// Opens the file, made if it is not there.
    ///
    /// @throws IOException if it can be neither read nor written
    public static ProgressFile open(Path file) throws IOException {
        var journal = Journal.open(file);
        var acts = new ArrayList<Act>();
        int damaged = 0;
        for (String line : journal.linesBefore()) {
            var act = read(line);
            act.ifPresent(acts::add);
            damaged += act.isEmpty() ? 1 : 0;
        }
        return new ProgressFile(journal, List.copyOf(acts), damaged);
    }

    /// What was done before the file was opened.
    public List<Act> actsBefore() {
        return acts;
    }

    /// How many lines could not be understood; they are left as they are.
    public int damagedLines() {
        return damaged;
    }

    /// Keeps an act; it is on the disk on return.
    ///
    /// @throws IOException if the disk refuses it
    public void add(Act act) throws IOException {
        journal.append(written(act));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    static String written(Act act) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("at", act.at().toString());
            json.writeStringField("lesson", act.lesson());
            json.writeStringField("exercise", act.exercise());
            json.writeStringField("act", Words.of(act.kind()));
            json.writeObjectFieldStart("fields");
            for (var field : act.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The act of a line; empty if it is not one.
    static Optional<Act> read(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            var words = new LinkedHashMap<String, String>();
            Map<String, String> fields = new LinkedHashMap<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    fields = words(json);
                } else if (json.currentToken() == JsonToken.START_ARRAY) {
                    json.skipChildren();
                } else {
                    words.put(name, json.getText());
                }
            }
            var kind = Words.kind(words.getOrDefault("act", ""));
            if (kind.isEmpty() || !words.containsKey("lesson") || !words.containsKey("exercise")) {
                return Optional.empty();
            }
            return Optional.of(new Act(
                    Instant.parse(words.getOrDefault("at", "")),
                    words.get("lesson"),
                    words.get("exercise"),
                    kind.get(),
                    fields));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> words(JsonParser json) throws IOException {
        var words = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            words.put(name, json.getText());
            json.skipChildren();
        }
        return words;
    }
}
