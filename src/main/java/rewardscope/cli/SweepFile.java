package rewardscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// Reads back what a sweep has written, so that it can go on where it stopped.
final class SweepFile {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private SweepFile() {}

    /// The keys of the runs in the file. A line that was cut short when the sweep was stopped is taken off its end.
    static Set<String> finished(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Set.of();
        }
        var keys = new HashSet<String>();
        long sound = 0;
        long read = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                read++;
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                keys.add(key(line.toString(StandardCharsets.UTF_8), file));
                sound = read;
                line.reset();
            }
        }
        if (sound < read) {
            if (sound == 0 && !Files.readString(file).startsWith("{\"set\"")) {
                throw foreign(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(sound);
            }
        }
        return keys;
    }

    /// The experiment of a line, written as [SweepPlan#key] writes it.
    private static String key(String line, Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("experiment")) {
                        var key = new StringWriter();
                        try (var json = JSON.createGenerator(key)) {
                            json.copyCurrentStructure(parser);
                        }
                        return key.toString();
                    }
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw foreign(file);
        }
        throw foreign(file);
    }

    private static CommandFailure foreign(Path file) {
        return new CommandFailure(ExitCode.INPUT, "The file " + file + " holds something else than a sweep's runs.");
    }
}
