package rewardscope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.ui.formula.Formulas.Key;
import rewardscope.ui.formula.Formulas.Style;

class FormulaStoreTest {
    private static final Key KEY = new Key("\\gamma", Style.DISPLAY);
    private static final FormulaLayout LAYOUT =
            new FormulaLayout("\\gamma", 0.5, 0.4, 0.2, "M0 0L1 1Z", "gamma γ", Optional.empty());

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("deep").resolve("formulas.bin");
        var inline = new Key("\\gamma", Style.INLINE);
        var known = Map.of(KEY, LAYOUT, inline, LAYOUT);
        FormulaStore.write(file, known);
        assertThat(FormulaStore.read(file)).isEqualTo(known);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    /// An installation belongs to its administrator, and every user reads it.
    @Test
    void theFileMayBeReadByWhoeverMayReadItsNeighbours() throws IOException {
        Path file = folder.resolve("formulas.bin");
        FormulaStore.write(file, Map.of(KEY, LAYOUT));
        Path neighbour = Files.writeString(folder.resolve("neighbour"), "");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(neighbour));
        }
    }

    @Test
    void aBrokenFormulaIsNotKept() throws IOException {
        Path file = folder.resolve("formulas.bin");
        var broken = new FormulaLayout("\\foo", 0, 0, 0, "", "", Optional.of("unknown"));
        FormulaStore.write(file, Map.of(KEY, LAYOUT, new Key("\\foo", Style.INLINE), broken));
        assertThat(FormulaStore.read(file)).containsOnlyKeys(KEY);
    }

    @Test
    void aMissingOrForeignFileHoldsNothing() throws IOException {
        assertThat(FormulaStore.read(folder.resolve("none"))).isEmpty();
        assertThat(FormulaStore.read(Files.writeString(folder.resolve("text"), "not formulas"))).isEmpty();
        assertThat(FormulaStore.read(folder)).isEmpty();
    }

    /// Wherever a file was cut or one of its bytes was changed, reading it ends, and with no exception.
    @Test
    void aDamagedFileDoesNoHarm() throws IOException {
        Path file = folder.resolve("formulas.bin");
        FormulaStore.write(file, Map.of(KEY, LAYOUT));
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i++) {
            Files.write(file, Arrays.copyOf(sound, i));
            assertThat(FormulaStore.read(file)).as("cut at %d", i).isEmpty();
            byte[] changed = sound.clone();
            changed[i] ^= (byte) 0x80;
            Files.write(file, changed);
            assertThat(FormulaStore.read(file).size()).as("changed at %d", i).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void formulasRememberedFromAnotherDayAreNotLaidOutAgain() throws IOException {
        Path file = folder.resolve("formulas.bin");
        FormulaStore.write(file, Map.of(KEY, LAYOUT));
        var formulas = new Formulas();
        formulas.recall(file);
        assertThat(formulas.layOut("\\gamma", Style.DISPLAY)).isSameAs(formulas.layOut("\\gamma", Style.DISPLAY));
        assertThat(formulas.layOut("\\gamma", Style.DISPLAY).outline()).isEqualTo("M0 0L1 1Z");
        Files.delete(file);
        formulas.keep(file);
        assertThat(file).as("nothing new was laid out").doesNotExist();
    }
}
