package rewardscope.ui.formula;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rewardscope.ui.formula.Formulas.Key;
import rewardscope.ui.formula.Formulas.Style;

/// Formulas that were laid out before, in a file: with it the window opens without waking the typesetter, whose tables
/// take a second of two processors. A file that is missing, old or damaged is as good as none; it can be deleted at any
/// time.
final class FormulaStore {
    /// To be raised when the same text is laid out differently: another library, other outlines, other spoken words.
    private static final int EDITION = 1;

    private static final int MAGIC = 0x52534631;
    private static final int MOST = 20_000;
    private static final int LONGEST = 4_000_000;

    private FormulaStore() {}

    /// What a file holds; nothing if it cannot be read.
    static Map<Key, FormulaLayout> read(Path file) {
        var found = new HashMap<Key, FormulaLayout>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC || in.readInt() != EDITION) {
                return Map.of();
            }
            int count = in.readInt();
            for (int i = 0; i < count && i < MOST; i++) {
                String latex = text(in);
                Style style = Style.values()[in.readUnsignedByte() % Style.values().length];
                found.put(
                        new Key(latex, style),
                        new FormulaLayout(
                                latex,
                                in.readDouble(),
                                in.readDouble(),
                                in.readDouble(),
                                text(in),
                                text(in),
                                Optional.empty()));
            }
            return found;
        } catch (IOException e) {
            return Map.of();
        }
    }

    /// Replaces a file in one act, so that a reader never finds half of it. Broken formulas are left out.
    static void write(Path file, Map<Key, FormulaLayout> formulas) throws IOException {
        var sound = new HashMap<>(formulas);
        sound.values().removeIf(layout -> layout.problem().isPresent());
        Files.createDirectories(file.toAbsolutePath().getParent());
        // not a temporary file of the system's: that could be read by its owner alone, in an installation for all
        Path fresh = file.toAbsolutePath().resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
                out.writeInt(MAGIC);
                out.writeInt(EDITION);
                out.writeInt(sound.size());
                for (var entry : sound.entrySet()) {
                    FormulaLayout layout = entry.getValue();
                    text(out, layout.latex());
                    out.writeByte(entry.getKey().style().ordinal());
                    out.writeDouble(layout.width());
                    out.writeDouble(layout.ascent());
                    out.writeDouble(layout.depth());
                    text(out, layout.outline());
                    text(out, layout.words());
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("not a store of formulas");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the store of formulas ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
