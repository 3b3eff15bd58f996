package rewardscope.sim.share;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;
import rewardscope.sim.ExperimentWriter;

/// A [Shared] as a short text: `rewardscope:1:PAYLOAD:CHECKSUM`. The payload is YAML, deflated, in the URL-safe letters of
/// Base64; the check sum is the CRC-32 of the deflated bytes as eight hexadecimal digits. Line breaks, blanks and quoting
/// marks that mail puts into it do no harm, nor do words around it.
public final class RunText {
    /// How a text begins, whatever its version.
    public static final String START = "rewardscope:";

    private static final int VERSION = 1;
    private static final int LONGEST = 4_000_000;
    private static final Pattern LITTER = Pattern.compile("[\\s>\\u200B\\u00AD\\uFEFF]+");
    private static final Pattern VERSIONED = Pattern.compile(START + "(\\d{1,9}):");
    private static final Pattern WHOLE = Pattern.compile(START + "\\d+:([A-Za-z0-9_-]+):([0-9a-f]{8})");

    private RunText() {}

    /// What a text holds, or a sentence that says why it cannot be read.
    public record Read(Optional<Shared> shared, String trouble) {
        private static Read trouble(String sentence) {
            return new Read(Optional.empty(), sentence);
        }
    }

    public static String write(Shared shared) {
        Map<String, Object> tree = RunTree.write(shared.run());
        if (!shared.title().isEmpty()) {
            tree.put("title", shared.title());
        }
        shared.proof().ifPresent(proof -> tree.put("proof", Map.of("digest", proof.digest(), "backend", proof.backend())));
        byte[] packed = deflate(ExperimentWriter.yaml(tree).getBytes(StandardCharsets.UTF_8));
        return START + VERSION + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed) + ":" + sum(packed);
    }

    /// Whether a text claims to hold something of this kind.
    public static boolean in(String text) {
        return VERSIONED.matcher(text).find();
    }

    public static Read read(String text) {
        int start = text.indexOf(START);
        if (start < 0) {
            return Read.trouble("This is no shared run: such a text begins with `" + START + VERSION + ":`.");
        }
        if (text.length() > LONGEST) {
            return Read.trouble("This text is too long for a shared run.");
        }
        String bare = LITTER.matcher(text.substring(start)).replaceAll("");
        Matcher version = VERSIONED.matcher(bare);
        if (version.lookingAt() && Integer.parseInt(version.group(1)) > VERSION) {
            return Read.trouble("This run was shared by a newer Rewardscope: its form is " + version.group(1)
                    + ", and this one reads form " + VERSION + ".");
        }
        Matcher whole = WHOLE.matcher(bare);
        if (!whole.lookingAt()) {
            return Read.trouble("The text of this run is cut short or broken: copy it whole, from `" + START
                    + "` to the eight digits at its end.");
        }
        return unpack(whole.group(1), whole.group(2));
    }

    private static Read unpack(String payload, String sum) {
        byte[] packed;
        try {
            packed = Base64.getUrlDecoder().decode(payload);
        } catch (IllegalArgumentException e) {
            packed = new byte[0];
        }
        if (!sum(packed).equals(sum)) {
            return Read.trouble("The text of this run was changed on its way: its check sum does not fit. Copy it again.");
        }
        try {
            return understand(inflate(packed));
        } catch (IOException e) {
            return Read.trouble("The text of this run cannot be unpacked: " + e.getMessage() + ".");
        }
    }

    private static Read understand(String yaml) {
        var problems = new Problems(RunTree.NOWHERE);
        var fields = YamlReader.read(yaml, problems).flatMap(node -> Fields.of(node, "a shared run", problems));
        var run = fields.flatMap(f -> RunTree.read(f, problems));
        if (run.isEmpty()) {
            String why = problems.sorted().stream().map(Problem::sentence).findFirst().orElse("it is empty");
            return Read.trouble("This run cannot be made here: " + why + ".");
        }
        String title = fields.get().text("title").orElse("");
        var proof = fields.get().mapping("proof").map(p -> new Shared.Proof(
                p.text("digest").orElse(""), p.text("backend").orElse("")));
        return new Read(Optional.of(new Shared(run.get(), title, proof)), "");
    }

    private static String sum(byte[] packed) {
        var crc = new CRC32();
        crc.update(packed);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static byte[] deflate(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (var stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array never fails
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /// A small text can unpack to a large one: it ends where a lesson would.
    private static String inflate(byte[] packed) throws IOException {
        var inflater = new Inflater(true);
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("it is too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }
}
