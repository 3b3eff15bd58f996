package rewardscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskTroubleTest {
    private static final Path FILE = Path.of("curves.csv");

    @Test
    void aFullDiskIsNamedHoweverTheSystemSaysIt() {
        assertThat(DiskTrouble.sentence(FILE, new IOException("No space left on device"))).contains("the disk is full");
        assertThat(DiskTrouble.sentence(FILE, new FileSystemException("curves.csv", "", "Disk quota exceeded")))
                .contains("the disk is full");
        assertThat(DiskTrouble.sentence(FILE, new IOException("There is not enough space on the disk")))
                .contains("the disk is full");
    }

    @Test
    void whereNobodyChoosesTheFolderNoOtherIsAdvised() {
        assertThat(DiskTrouble.what(FILE, new IOException("No space left on device")))
                .isEqualTo("curves.csv cannot be written: the disk is full.");
    }

    @Test
    void aFolderThatMayOnlyBeReadIsNamedAndWhatIsUnknownIsNotGuessed() {
        assertThat(DiskTrouble.sentence(FILE, new AccessDeniedException("curves.csv"))).contains("may only be read");
        assertThat(DiskTrouble.sentence(FILE, new FileSystemException("curves.csv", "", "Read-only file system")))
                .contains("may only be read");
        assertThat(DiskTrouble.sentence(FILE, new IOException("the cable is out")))
                .isEqualTo("curves.csv cannot be written. Choose another folder.");
    }
}
