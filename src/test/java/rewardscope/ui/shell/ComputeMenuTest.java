package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.Devices;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class ComputeMenuTest {
    private static List<String> items(ComputeMenu menu) {
        return Offscreen.on(() ->
                menu.menu().getItems().stream().map(MenuItem::getText).toList());
    }

    private static List<String> whenFilled(ComputeMenu menu) throws InterruptedException {
        for (int i = 0; i < 200 && items(menu).size() < 2; i++) {
            Thread.sleep(25);
        }
        return items(menu);
    }

    @Test
    void itListsDevicesSaysWhyAnotherCannotBeUsedAndHandsOverWhatIsPicked(@TempDir Path plugins) throws Exception {
        Files.writeString(plugins.resolve("torn.jar"), "not a jar");
        var chosen = new ArrayList<Compute>();
        var menu = Offscreen.on(() -> new ComputeMenu(chosen::add));
        var frame = RealRuns.frame("environment: {type: language}\nagent: {type: next-token, width: 8}");
        var stage = Offscreen.on(() -> {
            menu.offer(new Devices(plugins));
            menu.show(frame);
            var shown = new Stage();
            shown.setScene(Offscreen.scene(new HBox(menu.node()), 500, 300, Palette.LIGHT));
            shown.show();
            menu.node().fire();
            return shown;
        });
        assertThat(whenFilled(menu)).satisfiesExactly(
                auto -> assertThat(auto).startsWith("auto"),
                simd -> assertThat(simd).startsWith("simd   the processor's vector units"),
                ejml -> assertThat(ejml).startsWith("ejml"),
                deep -> assertThat(deep).startsWith("DQN, TRPO and PPO take only their batches to a graphics card"),
                others -> assertThat(others).startsWith("All other agents stay on the processor"),
                torn -> assertThat(torn).startsWith("torn.jar cannot be used: It could not be loaded: "));
        assertThat(Offscreen.on(() -> menu.menu().getWidth())).as("sentences are broken into lines").isLessThan(640);
        assertThat(Offscreen.on(() -> menu.menu().isShowing())).as("it stays open while it is filled").isTrue();
        Offscreen.run(() -> menu.menu().getItems().get(2).fire());
        assertThat(chosen).extracting(c -> c.chosen().map(ComputeDevice::name).orElse("")).containsExactly("ejml");
        Offscreen.run(stage::hide);
    }

    @Test
    void itIsThereForAgentsThatCanMoveAlone() {
        var menu = Offscreen.on(() -> new ComputeMenu(_ -> {}));
        var rat = RealRuns.frame("environment: {type: linear-track}\nagent: {type: q-learning}");
        var gpt = RealRuns.frame("environment: {type: language}\nagent: {type: next-token, width: 8}");
        var ppo = RealRuns.frame("environment: {type: cart-pole}\nagent: {type: ppo}");
        var reinforce = RealRuns.frame("environment: {type: cart-pole}\nagent: {type: reinforce}");
        Offscreen.run(() -> {
            menu.offer(new Devices(Path.of("nowhere")));
            menu.show(gpt);
            assertThat(menu.node().isVisible()).isTrue();
            assertThat(menu.node().getText()).startsWith("auto");
            menu.show(rat);
            assertThat(menu.node().isVisible()).isFalse();
            menu.show(ppo);
            assertThat(menu.node().isVisible()).isTrue();
            menu.show(reinforce);
            assertThat(menu.node().isVisible()).as("it learns from one step at a time").isFalse();
        });
    }
}
