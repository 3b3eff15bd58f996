package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that is killed at work opens again where it was, with every answer and every label.
class WindowKillsTest {
    @TempDir
    Path folder;

    @TempDir
    Path outputs;

    @Test
    @Tag("soak")
    void fiveKillsLoseNothingButASecondOfScrubbing() throws Exception {
        var headless = List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dprism.text=t2k", "-Djava.awt.headless=true");
        var kills = new WindowKills(folder, outputs, headless, 1);
        for (int i = 0; i < 5; i++) {
            WindowKills.Outcome outcome = kills.kill(i);
            assertThat(outcome.well()).as(outcome.line()).isTrue();
        }
    }
}
