package rewardscope.language.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One piece of feedback as a line of JSON, such as
/// `{"kind":"choice","prompt":"what does the cat eat ?","a":"...","b":"...","verdict":"a","annotator":"ann"}`.
public final class LabelFormat {
    /// The line that takes back the last label before it that still stands.
    public static final String UNDO = "{\"kind\":\"undo\"}";

    private static final JsonFactory JSON = new JsonFactory();

    private LabelFormat() {}

    /// Without the end of the line.
    public static String write(Feedback feedback) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", feedback.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        fields.put("prompt", feedback.prompt());
        switch (feedback) {
            case Feedback.Choice choice -> {
                fields.put("a", choice.a());
                fields.put("b", choice.b());
                fields.put("verdict", choice.verdict().name().toLowerCase(Locale.ROOT));
            }
            case Feedback.Ranking ranking -> fields.put("answers", ranking.answers());
            case Feedback.Rating rating -> {
                fields.put("answer", rating.answer());
                fields.put("rating", rating.rating());
            }
            case Feedback.Harm harm -> {
                fields.put("answer", harm.answer());
                fields.put("harmful", harm.harmful());
            }
            case Feedback.Correction correction -> {
                fields.put("answer", correction.answer());
                fields.put("corrected", correction.corrected());
            }
            case Feedback.Remark remark -> {
                fields.put("answer", remark.answer());
                fields.put("text", remark.text());
            }
        }
        fields.put("annotator", feedback.annotator());
        var out = new StringWriter();
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (var field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                switch (field.getValue()) {
                    case Boolean flag -> json.writeBoolean(flag);
                    case Double number -> json.writeNumber(number);
                    case List<?> items -> {
                        json.writeStartArray();
                        for (Object item : items) {
                            json.writeString(String.valueOf(item));
                        }
                        json.writeEndArray();
                    }
                    case Object text -> json.writeString(String.valueOf(text));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string never fails
        }
        return out.toString();
    }

    /// @throws IOException in one sentence, if the line is not a piece of feedback
    public static Feedback read(String line) throws IOException {
        Map<String, Object> fields = fields(line);
        String prompt = text(fields, "prompt");
        String annotator = text(fields, "annotator");
        String kind = text(fields, "kind");
        return switch (kind) {
            case "choice" -> new Feedback.Choice(prompt, text(fields, "a"), text(fields, "b"), verdict(fields), annotator);
            case "ranking" -> new Feedback.Ranking(prompt, texts(fields), annotator);
            case "rating" -> {
                if (!(fields.get("rating") instanceof Double rating)) {
                    throw new IOException("`rating` has to be a number");
                }
                yield new Feedback.Rating(prompt, text(fields, "answer"), rating, annotator);
            }
            case "harm" -> {
                if (!(fields.get("harmful") instanceof Boolean harmful)) {
                    throw new IOException("`harmful` has to be true or false");
                }
                yield new Feedback.Harm(prompt, text(fields, "answer"), harmful, annotator);
            }
            case "correction" ->
                new Feedback.Correction(prompt, text(fields, "answer"), text(fields, "corrected"), annotator);
            case "remark" -> new Feedback.Remark(prompt, text(fields, "answer"), text(fields, "text"), annotator);
            default -> throw new IOException("there is no feedback of the kind `" + kind + "`");
        };
    }

    private static Feedback.Verdict verdict(Map<String, Object> fields) throws IOException {
        return switch (text(fields, "verdict")) {
            case "a" -> Feedback.Verdict.A;
            case "b" -> Feedback.Verdict.B;
            case "tie" -> Feedback.Verdict.TIE;
            case String other -> throw new IOException("the verdict has to be a, b or tie, not `" + other + "`");
        };
    }

    private static String text(Map<String, Object> fields, String name) throws IOException {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("`" + name + "` is missing or not a text");
    }

    private static List<String> texts(Map<String, Object> fields) throws IOException {
        if (fields.get("answers") instanceof List<?> items && items.size() >= 2) {
            return items.stream().map(String::valueOf).toList();
        }
        throw new IOException("`answers` has to be a list of at least two texts");
    }

    private static Map<String, Object> fields(String line) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a label is a JSON object on a line of its own");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case VALUE_STRING -> fields.put(name, json.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> fields.put(name, json.getDoubleValue());
                    case VALUE_TRUE -> fields.put(name, true);
                    case VALUE_FALSE -> fields.put(name, false);
                    case START_ARRAY -> {
                        var items = new ArrayList<String>();
                        while (json.nextToken() == JsonToken.VALUE_STRING) {
                            items.add(json.getText());
                        }
                        fields.put(name, List.copyOf(items));
                    }
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the line is not complete");
            }
        }
        return fields;
    }
}
