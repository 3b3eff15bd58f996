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
import rewardscope.sim.Experiment;

/// Reads back what a sweep has written, so that it can go on where it stopped.
final class SweepFile {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private SweepFile() {}

    /// A run that is in the file.
    ///
    /// @param key its experiment, written as [SweepPlan#key] writes it
    /// @param backend what its arithmetic ran on: see [rewardscope.sim.Experiment#backend()]
    record Done(String key, String backend) {}

    /// The runs in the file. A line that was cut short when the sweep was stopped is taken off its end.
    static Set<Done> finished(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Set.of();
        }
        var done = new HashSet<Done>();
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
                done.add(done(line.toString(StandardCharsets.UTF_8), file));
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
        return done;
    }

    private static Done done(String line, Path file) throws IOException {
        String key = "";
        String backend = Experiment.PROCESSOR;
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "experiment" -> key = copied(parser);
                        case "backend" -> backend = parser.getText();
                        default -> parser.skipChildren();
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw foreign(file);
        }
        if (key.isEmpty()) {
            throw foreign(file);
        }
        return new Done(key, backend);
    }

    private static String copied(JsonParser parser) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private static CommandFailure foreign(Path file) {
        return new CommandFailure(ExitCode.INPUT, "The file " + file + " holds something else than a sweep's runs.");
    }
}
