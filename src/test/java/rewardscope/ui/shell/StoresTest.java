package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.store.UserFolders;
import rewardscope.ui.formula.Formulas;

class StoresTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("rewardscope.cache");
    }

    @Test
    void theNamedFolderIsTakenAndTheSystemsOwnOtherwise() {
        assertThat(UserFolders.cache().toString()).containsIgnoringCase("rewardscope");
        System.setProperty("rewardscope.cache", folder.toString());
        assertThat(UserFolders.cache()).isEqualTo(folder);
        assertThat(Stores.formulas()).last().isEqualTo(folder.resolve("formulas.bin"));
    }

    @Test
    void formulasAreKeptForTheNextStart() {
        System.setProperty("rewardscope.cache", folder.resolve("new").toString());
        var formulas = new Formulas();
        var layout = formulas.layOut("\\alpha", Formulas.Style.INLINE);
        Stores.keep(formulas);
        var tomorrow = new Formulas();
        Stores.formulas().forEach(tomorrow::recall);
        assertThat(tomorrow.layOut("\\alpha", Formulas.Style.INLINE)).isEqualTo(layout);
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNoSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        System.setProperty("rewardscope.cache", file.toString());
        var formulas = new Formulas();
        formulas.layOut("\\beta", Formulas.Style.INLINE);
        Stores.keep(formulas);
        assertThat(file).hasContent("in the way");
    }
}
