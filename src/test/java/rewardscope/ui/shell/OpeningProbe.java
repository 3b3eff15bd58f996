package rewardscope.ui.shell;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Fonts;

/// How long it takes from choosing a lesson to its first words and its drawn stage: `OpeningProbe [ROUNDS] [PART OF A
/// NAME]`. Each round is a new window whose formulas nobody has laid out yet, and opens every lesson once, in an order of
/// its own; the first round is listed apart, since the program itself is still cold in it. Beside the clock stands
/// processor time, which neighbours on the machine hardly change.
final class OpeningProbe {
    /// @param clock milliseconds until first words and stage are drawn
    /// @param whole until the last block of the text stands there
    /// @param fx processor time of the JavaFX thread until they are drawn
    /// @param reading that of the threads that read the lesson and lay out its formulas
    /// @param run that of the thread of the run
    /// @param paint that of the renderer
    /// @param all that of the whole process, its compilers included
    private record Opening(double clock, double whole, double fx, double reading, double run, double paint, double all) {}

    private OpeningProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        String part = arguments.length < 2 ? "" : arguments[1];
        Path folder = Path.of(System.getProperty("rewardscope.home"), "lessons");
        var lessons = LessonLibrary.lessonFiles(folder);
        Map<Path, List<Opening>> found = new LinkedHashMap<>();
        lessons.stream().filter(file -> file.toString().contains(part)).forEach(file -> found.put(file, new ArrayList<>()));
        Platform.startup(Fonts::load);
        Stage stage = onWindow(Stage::new);
        for (int round = 0; round <= rounds; round++) {
            Desk desk = onWindow(() -> {
                var made = new Desk(LessonLibrary.of(folder), new Formulas(), Study.ofNobody(), 1280, 720);
                stage.setScene(made.scene());
                stage.show();
                made.lateWork().forEach(Runnable::run);
                return made;
            });
            open(desk, lessons.getFirst());
            var order = new ArrayList<>(found.keySet());
            Collections.shuffle(order, new Random(round));
            for (Path file : order) {
                if (!file.equals(lessons.getFirst())) {
                    found.get(file).add(open(desk, file));
                }
            }
            onWindow(() -> {
                desk.close();
                return true;
            });
        }
        print(found, folder);
        System.out.flush();
        Runtime.getRuntime().halt(0); // nothing is open that has to be closed
    }

    private static Opening open(Desk desk, Path file) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(150); // what the lesson before left to do
        var drawn = new CompletableFuture<double[]>();
        double reading = cpu("ForkJoinPool");
        double paint = cpu("QuantumRenderer");
        double all = cpu();
        double start = System.nanoTime();
        onWindow(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            double fx = threads.getCurrentThreadCpuTime();
            var words = desk.load(file);
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    boolean there = words.isDone()
                            && desk.lesson().filter(open -> open.lesson().file().equals(file)).isPresent()
                            && desk.runner().map(run -> run.glance().isPresent()).orElse(true);
                    if (there && ++pulses == 2) { // by then what was there at the first has been drawn
                        stop();
                        drawn.complete(new double[] {
                            System.nanoTime() - start,
                            threads.getCurrentThreadCpuTime() - fx,
                            cpu("ForkJoinPool") - reading,
                            cpu("runner"),
                            cpu("QuantumRenderer") - paint,
                            cpu() - all
                        });
                    }
                }
            }.start();
            return true;
        });
        double[] nanos = drawn.join();
        while (!onWindow(() -> desk.panes().lesson().isTypeset())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double whole = System.nanoTime() - start;
        return new Opening(
                nanos[0] * 1e-6,
                whole * 1e-6,
                nanos[1] * 1e-6,
                nanos[2] * 1e-6,
                nanos[3] * 1e-6,
                nanos[4] * 1e-6,
                nanos[5] * 1e-6);
    }

    /// Of all threads whose name begins so: a run that was closed has ended or stands still.
    private static double cpu(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith(name))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
                .sum();
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static <T> T onWindow(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, Platform::runLater).join();
    }

    private static void print(Map<Path, List<Opening>> found, Path folder) {
        System.out.printf(
                "%-62s %6s | %6s %6s %6s %6s %6s %6s %6s %6s%n",
                "ms", "cold", "median", "worst", "whole", "FX", "read", "run", "paint", "all");
        var every = new ArrayList<Opening>();
        found.forEach((file, openings) -> {
            if (openings.size() > 1) {
                var warm = openings.subList(1, openings.size());
                every.addAll(warm);
                line(folder.relativize(file).toString(), Optional.of(openings.getFirst()), warm);
            }
        });
        line("every lesson", Optional.empty(), every);
    }

    private static void line(String name, Optional<Opening> cold, List<Opening> warm) {
        System.out.printf(
                Locale.ROOT,
                "%-62s %6s | %6.0f %6.0f %6.0f %6.0f %6.0f %6.0f %6.0f %6.0f%n",
                name,
                cold.map(opening -> Math.round(opening.clock()) + "").orElse(""),
                median(warm, Opening::clock),
                warm.stream().mapToDouble(Opening::clock).max().orElse(0),
                median(warm, Opening::whole),
                median(warm, Opening::fx),
                median(warm, Opening::reading),
                median(warm, Opening::run),
                median(warm, Opening::paint),
                median(warm, Opening::all));
    }

    private static double median(List<Opening> openings, ToDoubleFunction<Opening> what) {
        double[] sorted = openings.stream().mapToDouble(what).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
