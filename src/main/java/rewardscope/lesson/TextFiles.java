package rewardscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads an author's file as UTF-8, within bounds.
public final class TextFiles {
    /// No lesson is as large as this.
    public static final int MOST_BYTES = 2_000_000;

    private TextFiles() {}

    /// The whole text; empty with a problem if it cannot be read.
    public static Optional<String> read(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, problems);
        } catch (NoSuchFileException e) {
            problems.at(1, 1, "there is no such file", "");
        } catch (IOException e) {
            problems.at(1, 1, "this file cannot be read", Files.isDirectory(file) ? "Name a file in it" : "");
        }
        return Optional.empty();
    }

    /// The whole text of a stream; empty with a problem if it is too large or not UTF-8.
    public static Optional<String> read(InputStream in, Problems problems) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            problems.at(1, 1, "this is larger than " + MOST_BYTES + " bytes", "");
            return Optional.empty();
        }
        return decode(bytes, problems);
    }

    static Optional<String> decode(byte[] bytes, Problems problems) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            problems.at(line, column, "this is not UTF-8 from here on", "Save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
