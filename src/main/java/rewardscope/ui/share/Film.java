package rewardscope.ui.share;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.sim.Way;
import rewardscope.sim.share.SavedRun;
import rewardscope.store.WholeFile;
import rewardscope.ui.Pointing;
import rewardscope.ui.stage.Layer;
import rewardscope.ui.stage.StagePane;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// A stretch of a run as a moving picture of its stage. The run is done again, apart from the one in the window, which goes
/// on as it will; only the drawing of each picture comes to the JavaFX thread.
final class Film {
    private final SavedRun run;
    private final String title;
    private final Layer layer;
    private final Palette palette;
    private final Shot shot;
    private volatile boolean cancelled;

    /// What is filmed.
    ///
    /// @param from the first act that is seen
    /// @param to the last one
    /// @param every how many acts lie between two pictures
    /// @param width of the pictures in pixels
    record Shot(long from, long to, long every, double perSecond, int width, int height) {
        long pictures() {
            return Math.max(0, to - from) / every + 1;
        }
    }

    /// @param run the way that is gone; only the active branch is filmed
    Film(SavedRun run, String title, Layer layer, Palette palette, Shot shot) {
        this.run = run;
        this.title = title;
        this.layer = layer;
        this.palette = palette;
        this.shot = shot;
    }

    void cancel() {
        cancelled = true;
    }

    /// Films into a file. Not on the JavaFX thread: it takes seconds.
    ///
    /// @param progress told the share that is done, on this thread
    /// @throws CancellationException if somebody cancelled; then there is no file
    void shoot(Path file, DoubleConsumer progress) throws IOException, InterruptedException {
        Way way = run.way();
        var start = new Way(way.interventions(), -1, shot.from(), shot.from());
        StagePane stage = onWindow(this::stage);
        try (var runner = new Runner(run.experiment(), Frame.Speed.FASTEST)) {
            runner.send(new Command.Watch(stage.looks()));
            runner.send(new SavedRun(run.experiment(), List.of(start), 0, false).takeUp());
            Frame frame = standing(runner);
            onWindow(() -> {
                stage.show(frame);
                stage.select(layer);
                return stage;
            });
            runner.send(new Command.Watch(onWindow(stage::looks)));
            film(runner, stage, file, progress);
        }
    }

    private void film(Runner runner, StagePane stage, Path file, DoubleConsumer progress)
            throws IOException, InterruptedException {
        long pictures = shot.pictures();
        String comment = Stamp.of(title, standing(runner)).experiment();
        try (var gif = new GifFile(shot.perSecond(), comment)) {
            for (long i = 0; i < pictures; i++) {
                if (cancelled) {
                    throw new CancellationException();
                }
                if (i > 0) {
                    runner.send(new Command.Step(Command.Unit.ACT, (int) shot.every()));
                }
                Frame frame = standing(runner);
                gif.add(onWindow(() -> {
                    stage.show(frame);
                    stage.node().getScene().getRoot().applyCss();
                    stage.node().getScene().getRoot().layout();
                    return NodePicture.of(stage.node().getScene().getRoot(), palette, Stamp.of(title, frame), 1);
                }));
                progress.accept((double) (i + 1) / pictures);
            }
            WholeFile.write(file, gif.bytes());
        }
    }

    private StagePane stage() {
        var stage = new StagePane(new Pointing(), _ -> {});
        stage.use(palette);
        stage.setReducedMotion(true);
        var root = new StackPane(stage.node());
        var scene = new Scene(root, shot.width(), shot.height());
        Theme.apply(scene, root, palette, 1);
        root.setStyle(root.getStyle() + " -fx-background-color: -rs-paper; -fx-padding: 8;");
        root.applyCss();
        root.layout();
        return stage;
    }

    /// Waits until the run stands where it was sent; the way there may be long, and can be given up.
    private Frame standing(Runner runner) throws InterruptedException {
        var obeyed = new CompletableFuture<Boolean>();
        runner.send(new Command.Inspect((_, _) -> obeyed.complete(true)));
        obeyed.join();
        while (runner.takeFrame().status() instanceof Frame.Status.Running) {
            if (cancelled) {
                throw new CancellationException();
            }
            Thread.sleep(2);
        }
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    private static <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
