package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rewardscope.sim.health.Finding;
import rewardscope.ui.Headless;

class GraphicsCheckTest {
    @Test
    void aPictureIsDrawnAndLookedAt() throws Exception {
        Headless.start();
        Finding finding = Headless.onFx(GraphicsCheck::draw);
        assertThat(finding.line()).startsWith("well   graphics: drawn by the processor, screen ");
    }
}
