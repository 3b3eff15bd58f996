package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.compute.Devices;
import rewardscope.ui.Headless;
import rewardscope.ui.monkey.Trouble;

/// Whatever a monkey does to the window, nothing breaks.
class MonkeyTest {
    private static final Path HOME = Path.of(System.getProperty("rewardscope.home", "."));

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws InterruptedException {
        Headless.start();
    }

    /// Short, as the same seed takes another way on a machine of another pace: the hunt is the long play below.
    @Test
    void randomActsOnLessonsThrowNothing() throws Exception {
        try (var monkey = monkey(11)) {
            monkey.play(400, _ -> {});
            assertThat(monkey.reports()).filteredOn(MonkeyTest::breaksSomething).isEmpty();
        }
    }

    /// How long an act took, and which colour a library's style sheet missed for a moment, depend on the machine's pace:
    /// the long play below looks at these too.
    private static boolean breaksSomething(String report) {
        return !report.contains(": " + Trouble.Kind.FREEZE)
                && !(report.contains(": " + Trouble.Kind.LOGGED) && report.contains("CssStyleHelper"));
    }

    /// A freeze counts by the work of the window's own threads, so that other programs do not decide.
    @Test
    @Tag("soak")
    void aHundredThousandActsThrowNothingFreezeNothingAndLeaveTheMemoryAsItWas() throws Exception {
        try (var monkey = monkey(12)) {
            monkey.tour(System.out::println);
            long before = monkey.heap();
            monkey.play(100_000, System.out::println);
            assertThat(monkey.reports()).isEqualTo(List.of());
            assertThat(monkey.heap()).isLessThan(before + before / 10);
        }
    }

    private Monkey monkey(long seed) throws Exception {
        return Monkey.at(seed, HOME.resolve("lessons"), data, new Devices(HOME.resolve("plugins")));
    }
}
