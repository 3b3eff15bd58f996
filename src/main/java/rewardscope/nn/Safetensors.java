package rewardscope.nn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The safetensors format: eight bytes of header length, a JSON header (name → dtype, shape, data_offsets), then the
/// numbers, little-endian. Only float32 (`F32`) is read and written.
public final class Safetensors {
    /// One array of a file.
    public record Entry(List<Integer> shape, float[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry(var s, var v) && shape.equals(s) && Arrays.equals(values, v);
        }

        @Override
        public int hashCode() {
            return 31 * shape.hashCode() + Arrays.hashCode(values);
        }
    }

    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    public static void save(Gpt gpt, Path file) throws IOException {
        var entries = new LinkedHashMap<String, Entry>();
        for (Tensor p : gpt.parameters()) {
            entries.put(p.name(), new Entry(p.shape(), p.values()));
        }
        Files.write(file, write(entries));
    }

    /// Fills the weights of `gpt`. Nothing is changed unless the file has every one of them in its shape.
    public static void load(Gpt gpt, Path file) throws IOException {
        Map<String, Entry> entries = read(Files.readAllBytes(file));
        for (Tensor p : gpt.parameters()) {
            Entry entry = entries.get(p.name());
            if (entry == null) {
                throw new IOException(file + " has no weights called " + p.name());
            }
            if (!entry.shape().equals(p.shape())) {
                throw new IOException(p.name() + " has the shape " + entry.shape() + " in " + file + ", not " + p.shape());
            }
        }
        for (Tensor p : gpt.parameters()) {
            Entry entry = entries.get(p.name());
            if (entry != null) {
                p.set(entry.values());
            }
        }
    }

    public static byte[] write(Map<String, Entry> entries) throws IOException {
        var header = new StringWriter();
        int end = 0;
        try (var json = new JsonFactory().createGenerator(header)) {
            json.writeStartObject();
            for (var each : entries.entrySet()) {
                int begin = end;
                end += each.getValue().values().length * Float.BYTES;
                json.writeObjectFieldStart(each.getKey());
                json.writeStringField("dtype", "F32");
                json.writeArrayFieldStart("shape");
                for (int size : each.getValue().shape()) {
                    json.writeNumber(size);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("data_offsets");
                json.writeNumber(begin);
                json.writeNumber(end);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8;
        var out = ByteBuffer.allocate(8 + padded + end).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(padded).put(text);
        while (out.position() < 8 + padded) {
            out.put((byte) ' ');
        }
        for (Entry entry : entries.values()) {
            for (float v : entry.values()) {
                out.putFloat(v);
            }
        }
        return out.array();
    }

    public static Map<String, Entry> read(byte[] file) throws IOException {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : in.getLong();
        if (length < 0 || length > LONGEST_HEADER || length > in.remaining()) {
            throw new IOException("not a safetensors file: its header does not fit into it");
        }
        var header = new byte[(int) length];
        in.get(header);
        ByteBuffer data = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        var entries = new LinkedHashMap<String, Entry>();
        try (var json = new JsonFactory().createParser(header)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                expect(json.currentToken(), JsonToken.FIELD_NAME);
                String name = json.currentName();
                expect(json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals("__metadata__")) {
                    json.skipChildren();
                } else {
                    entries.put(name, entry(name, json, data));
                }
            }
        }
        return entries;
    }

    private static Entry entry(String name, JsonParser json, ByteBuffer data) throws IOException {
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> type = json.getText();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> json.skipChildren();
            }
        }
        if (!type.equals("F32")) {
            throw new IOException(name + " is of type " + type + "; only F32 can be read");
        }
        long count = 1;
        for (long size : shape) {
            if (size < 0 || size > data.capacity()) {
                throw new IOException(name + " has an impossible shape");
            }
            count = Math.multiplyExact(count, size);
        }
        boolean fits = offsets.size() == 2 && offsets.get(0) >= 0 && offsets.get(1) <= data.capacity()
                && offsets.get(1) - offsets.get(0) == count * Float.BYTES;
        if (!fits) {
            throw new IOException("the place of " + name + " in the file does not fit its shape");
        }
        var values = new float[(int) count];
        data.slice(offsets.get(0).intValue(), values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer().get(values);
        return new Entry(shape.stream().map(Long::intValue).toList(), values);
    }

    private static List<Long> numbers(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        var numbers = new ArrayList<Long>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("not a safetensors header: " + found + " where " + wanted + " belongs");
        }
    }
}
