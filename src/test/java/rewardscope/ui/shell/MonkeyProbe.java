package rewardscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import rewardscope.compute.Devices;
import rewardscope.ui.monkey.Census;

/// `MonkeyProbe [SEED [ACTS]]`: a monkey plays with the window of all lessons; prints what broke, the longest halt of the
/// window, memory before and after, and which classes it went to.
final class MonkeyProbe {
    private static final int PORTION = 250;

    private MonkeyProbe() {}

    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int acts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
        Path home = Path.of(System.getProperty("rewardscope.home", "."));
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        Path data = Files.createTempDirectory("monkey");
        try (var monkey = Monkey.at(seed, home.resolve("lessons"), data, new Devices(home.resolve("plugins")))) {
            if (acts > PORTION) {
                monkey.tour(System.out::println);
            }
            long before = monkey.heap();
            Census then = Census.take();
            long begun = System.nanoTime();
            for (int done = 0; done < acts; done += PORTION) {
                monkey.play(Math.min(PORTION, acts - done), System.out::println);
                System.out.printf(
                        Locale.ROOT,
                        "%,d acts, %d s, longest halt %d ms, longest work %d ms, by the clock %d ms, heap %.1f MB,"
                                + " at first %.1f MB%n",
                        done + Math.min(PORTION, acts - done),
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                        monkey.watch().longestWaitMillis(),
                        monkey.watch().longestWorkMillis(),
                        monkey.watch().longestSilenceMillis(),
                        (done + PORTION) % (10 * PORTION) == 0 || done + PORTION >= acts ? monkey.heap() * 1e-6 : 0,
                        before * 1e-6);
            }
            Census.take().growth(then, 40).forEach(System.out::println);
            System.out.println(monkey.reports().size() + " kinds of trouble");
            monkey.times().forEach((place, times) -> System.out.println("  " + times + " × " + place));
        } finally {
            Platform.exit();
        }
    }
}
