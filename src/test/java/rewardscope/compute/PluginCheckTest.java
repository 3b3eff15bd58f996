package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a driver does to the process that asks it for its devices: the application lives on and has a sentence about it.
class PluginCheckTest {
    /// Three devices of one provider; two come to nothing.
    private static final String CARDS = """
            package cards;
            import java.lang.foreign.*;
            import java.util.*;
            import rewardscope.compute.*;
            public final class Cards implements ComputeProvider {
                public String name() { return "cards"; }
                @Override public String description() { return "a pack of cards"; }
                public Optional<String> whyUnusable() { LISTING return Optional.empty(); }
                public int rank() { return 1; }
                public ComputeBackend create(int threads) { return new EjmlProvider().create(threads); }
                @Override public List<ComputeDevice> devices() {
                    return List.of(
                            new ComputeDevice("ace", "the\\tfirst", this::create),
                            new ComputeDevice("joker", "the second", threads -> { COMPUTING return create(threads); }),
                            new ComputeDevice("king", "the third", _ -> { throw new ComputeFailure("The king is bare"); }));
                }
                static void abort() {
                    try {
                        Linker linker = Linker.nativeLinker();
                        linker.downcallHandle(linker.defaultLookup().find("abort").orElseThrow(),
                                FunctionDescriptor.ofVoid()).invoke();
                    } catch (Throwable e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private static void cards(Path plugins, String listing, String computing) throws Exception {
        new PluginJar()
                .offering("cards.Cards")
                .with("cards.Cards", CARDS.replace("LISTING", listing).replace("COMPUTING", computing))
                .write(plugins.resolve("cards.jar"));
    }

    @Test
    void aDriverThatAbortsAtOneDeviceCostsThatDeviceAndTheOthersStay(@TempDir Path plugins) throws Exception {
        cards(plugins, "System.out.println(\"rewardscope-check\\tend\"); ", "abort();");
        var devices = new Devices(plugins);
        assertThat(devices.usable()).extracting(ComputeDevice::name).containsExactly("simd", "ace", "ejml");
        assertThat(devices.providers())
                .filteredOn(found -> !found.usable())
                .extracting(found -> found.name() + ": " + found.problem().orElseThrow())
                .containsExactlyInAnyOrder(
                        "joker: The driver of joker ended the check (signal 6).", "king: The king is bare.");
        assertThatThrownBy(() -> devices.named("joker"))
                .hasMessage("The device joker cannot be used here: The driver of joker ended the check (signal 6).");

        var ace = devices.named("ace").device();
        assertThat(ace.description()).isEqualTo("the first");
        assertThat(Trial.of(ace, 1, 0).gap()).as("loaded here now").isLessThan(1e-5);
    }

    @Test
    void aDriverThatEndsTheProcessWhenItIsAskedForDevicesCostsThePlugin(@TempDir Path plugins) throws Exception {
        cards(plugins, "Runtime.getRuntime().halt(7);", "");
        var devices = new Devices(plugins);
        assertThat(devices.usable()).extracting(ComputeDevice::name).containsExactly("simd", "ejml");
        assertThatThrownBy(() -> devices.named("ace"))
                .hasMessage("There is no device `ace`. Write one of simd, ejml. The plugin cards.jar cannot be used: The"
                        + " driver of cards.jar ended the check (exit code 7).");
        assertThat(devices.tried(0).getLast())
                .isEqualTo(Tried.faulty("cards.jar", "", "The driver of cards.jar ended the check (exit code 7)."));
    }

    @Test
    void aDriverThatNeverAnswersIsNotWaitedForForever(@TempDir Path plugins) throws Exception {
        cards(plugins, "while (rank() > 0) java.util.concurrent.locks.LockSupport.park();", "");
        var checked = new Plugin(plugins.resolve("cards.jar"), Duration.ofSeconds(2)).check(0);
        assertThat(checked.tried()).extracting(tried -> tried.problem().orElseThrow())
                .containsExactly("The driver of cards.jar gave no answer for 2 seconds.");
    }

    @Test
    void whoeverAsksForTheApplicationsOwnDeviceTouchesNoPlugin(@TempDir Path plugins) throws Exception {
        Path mark = plugins.resolve("mark");
        cards(plugins, "new java.io.File(\"" + mark + "\").mkdir();", "");
        var devices = new Devices(plugins);
        assertThat(devices.named("ejml").device().name()).isEqualTo("ejml");
        assertThat(mark).doesNotExist();
        devices.providers();
        assertThat(mark).exists();
    }

    @Test
    void everyDeviceIsMeasuredWhenThatIsWanted(@TempDir Path plugins) throws Exception {
        cards(plugins, "", "");
        var measured = new Plugin(plugins.resolve("cards.jar")).check(1_000_000).tried();
        assertThat(measured).extracting(Tried::name).containsExactly("ace", "joker", "king");
        assertThat(measured.getFirst().trial().orElseThrow().gigaflops()).isPositive();
        assertThat(measured.getLast().problem()).contains("The king is bare.");
    }
}
