package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import rewardscope.compute.Devices;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.sim.share.Session;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.monkey.Hands;
import rewardscope.ui.monkey.Trouble;
import rewardscope.ui.monkey.Watch;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;

/// Plays with the real window at random, lesson after lesson, and says what broke: with the seed and the last acts, so
/// that it can be played again.
final class Monkey implements AutoCloseable {
    private static final int ROUND = 40;
    private static final int REMEMBERED = 25;
    private static final int PATIENCE_SECONDS = 120;
    private static final List<String> BAD_WORDS = List.of("Something went wrong", "could not be worked out", "Exception", "null");

    private final long seed;
    private final Random random;
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private final List<String> reports = new ArrayList<>();
    private final Stage stage;
    private final Desk desk;
    private final Hands hands;
    private final Watch watch;
    private String lesson = "";
    private long done;

    private Monkey(long seed, Stage stage, Desk desk) {
        this.seed = seed;
        this.stage = stage;
        this.desk = desk;
        random = new Random(seed);
        hands = new Hands(random, stage);
        watch = new Watch();
    }

    /// Opens a window; JavaFX has been started.
    ///
    /// @param data the folder of the learner's work
    static Monkey at(long seed, Path lessons, Path data, Devices devices) throws Exception {
        return onWindow(() -> {
            Fonts.load();
            var desk = new Desk(LessonLibrary.of(lessons), new Formulas(), Study.open(data), 1000, 640);
            desk.offer(devices);
            desk.lateWork().forEach(Runnable::run);
            var stage = new Stage();
            stage.setScene(desk.scene());
            stage.setMinWidth(900);
            stage.setMinHeight(560);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new Monkey(seed, stage, desk);
        });
    }

    /// Opens each lesson once and does a few acts in it, and looks at every instrument, at the playground and at both
    /// palettes, so that what is loaded once is loaded.
    void tour(Consumer<String> news) throws Exception {
        watch.count(false);
        onWindow(() -> {
            desk.openPlayground();
            desk.use(Palette.DARK);
            return true;
        });
        breathe();
        for (String tab : desk.panes().instruments().keySet()) {
            onWindow(() -> {
                desk.bench().restore(new Workbench.Places(true, true, tab, List.of(), List.of()));
                return true;
            });
            breathe();
        }
        for (LessonLibrary.Entry entry : desk.library().lessons()) {
            open(entry.file());
            for (int i = 0; i < 10; i++) {
                onWindow(() -> {
                    desk.send(new rewardscope.sim.Command.Step(rewardscope.sim.Command.Unit.ACT, 1));
                    return true;
                });
                breathe();
            }
            gather(news);
        }
        watch.count(true);
    }

    /// Does so many acts; each trouble is told once, and counted.
    void play(int acts, Consumer<String> news) throws Exception {
        List<Path> files = desk.library().lessons().stream().map(LessonLibrary.Entry::file).toList();
        var order = new ArrayDeque<Path>();
        for (int i = 0; i < acts; i++) {
            if (i % ROUND == 0) {
                if (order.isEmpty()) {
                    var shuffled = new ArrayList<>(files);
                    java.util.Collections.shuffle(shuffled, random);
                    order.addAll(shuffled);
                }
                if (random.nextInt(8) == 0) {
                    remember("open the playground");
                    lesson = "playground";
                    onWindow(() -> {
                        desk.openPlayground();
                        return true;
                    });
                } else {
                    open(order.remove());
                }
            }
            onWindow(() -> {
                try {
                    remember(hands.act());
                } catch (RuntimeException e) {
                    remember("an act that failed: " + e);
                    watch.caught(e);
                }
                return true;
            });
            done++;
            if (random.nextInt(3) == 0) {
                breathe();
            }
            gather(news);
        }
    }

    private void open(Path file) throws Exception {
        lesson = file.getFileName().toString();
        remember("open " + lesson);
        CompletableFuture<Void> opened = onWindow(() -> desk.load(file));
        opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        breathe();
    }

    private void remember(String act) {
        synchronized (last) {
            last.addLast(done + " [" + lesson + "] " + act);
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
        }
    }

    /// Lets the window draw.
    private void breathe() throws Exception {
        Thread.sleep(5 + random.nextInt(30));
        onWindow(() -> true);
    }

    private void gather(Consumer<String> news) throws Exception {
        String words = onWindow(() -> desk.bench().root().getTop().lookupAll(".notice").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse(""));
        if (BAD_WORDS.stream().anyMatch(words::contains)) {
            watch.report(new Trouble(Trouble.Kind.SENTENCE, words, List.of(), 0));
            onWindow(() -> {
                desk.notice("");
                return true;
            });
        }
        for (Trouble trouble : watch.take()) {
            if (times.merge(trouble.place(), 1, Integer::sum) == 1) {
                String report = "seed " + seed + ", act " + done + ": " + trouble.report() + "\n  last acts:\n    " + lastActs();
                reports.add(report);
                news.accept(report);
            }
        }
    }

    private String lastActs() {
        synchronized (last) {
            return String.join("\n    ", last);
        }
    }

    /// What broke, one report each, in the order of its coming.
    List<String> reports() {
        return List.copyOf(reports);
    }

    /// How often each trouble came.
    Map<String, Integer> times() {
        return Map.copyOf(times);
    }

    Watch watch() {
        return watch;
    }

    /// Bytes in use after everything is put away: the first lesson open, nothing laid over it, the window as it was at
    /// first. JavaFX keeps pictures that it may need again for as long as nothing else needs the memory: run with
    /// `-XX:SoftRefLRUPolicyMSPerMB=0`, so that they do not count.
    long heap() throws Exception {
        watch.count(false);
        onWindow(() -> {
            List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide);
            desk.pages().overlay().hide();
            desk.keys().hide();
            if (desk.bench().presenting()) {
                desk.togglePresenter();
            }
            desk.look(Session.Appearance.USUAL);
            desk.bench().restore(new Workbench.Places(true, true, PaneSet.CHARTS, List.of(), List.of()));
            stage.setWidth(1000);
            stage.setHeight(640);
            return true;
        });
        Optional<Path> first = desk.library().lessons().stream().map(LessonLibrary.Entry::file).findFirst();
        open(first.orElseThrow());
        Thread.sleep(1500);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(150);
            onWindow(() -> true);
            var runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        watch.count(true);
        return least;
    }

    static <T> T onWindow(Callable<T> call) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(call.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            watch.close();
                            List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide);
                            desk.close();
                            stage.hide();
                        },
                        Platform::runLater)
                .join();
    }
}
