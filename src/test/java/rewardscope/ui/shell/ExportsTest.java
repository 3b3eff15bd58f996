package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.share.ShareHost;
import rewardscope.ui.theme.Fonts;

/// Pictures, drawings, moving pictures and tables of a run, each of which says where it is from.
class ExportsTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home"), "lessons");
    private static final Path KEEP = Path.of(System.getProperty("exports.folder", ""));

    @TempDir
    Path folder;

    private Desk desk;
    private ShareHost window;
    private Frame frame;

    @BeforeEach
    void open() throws Exception {
        desk = Offscreen.on(() -> {
            Fonts.load();
            return new Desk(LESSONS, 1440, 900);
        });
        window = new ShareWindow(desk);
        CompletableFuture<Void> opened = Offscreen.on(
                () -> desk.load(LESSONS.resolve("04-temporal-difference/the-rat-on-the-linear-track.md")));
        opened.join();
        desk.send(new Command.Step(Command.Unit.ACT, 60));
        var settled = new AtomicReference<Frame>();
        Offscreen.on(desk::runner).orElseThrow().settle(settled::set);
        frame = settled.get();
        for (int i = 0; i < 100 && !Offscreen.on(desk.still()::isDrawn); i++) {
            Offscreen.run(() -> desk.still().show(frame));
            Thread.sleep(50);
        }
        Offscreen.run(() -> {
            desk.bench().bringForward(PaneSet.CHARTS);
            desk.still().show(frame);
            desk.still().prepare(1);
        });
    }

    @AfterEach
    void close() {
        Offscreen.run(desk::close);
    }

    private Path written(String name) throws Exception {
        Path file = folder.resolve(name);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
        if (!KEEP.toString().isEmpty()) {
            Files.createDirectories(KEEP);
            Files.copy(file, KEEP.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private Path picture(String pane, String name) throws Exception {
        Node node = Offscreen.on(() -> window.panes().get(pane));
        Offscreen.run(() -> desk.share().exports().picture(node, folder.resolve(name)));
        return written(name);
    }

    @Test
    void aPngShowsThePaneAndHoldsItsExperimentAsText() throws Exception {
        Path file = picture("Stage", "stage.png");
        var image = ImageIO.read(file.toFile());
        Node stage = window.stage().node();
        assertThat(image.getWidth()).isEqualTo((int) (2 * stage.getLayoutBounds().getWidth()));
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("Experiment").contains("type: linear-track").contains("seed: 7");
        assertThat(bytes).contains("The rat on the linear track").contains("act 60");
    }

    private static Document parsed(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    @Test
    void everyPaneIsAnSvgOfVectorsWithItsNumbersAsText() throws Exception {
        for (String pane : Offscreen.on(() -> window.panes().keySet())) {
            Document svg = parsed(picture(pane, pane + ".svg"));
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("seed 7 · act 60");
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("type: q-learning");
            assertThat(svg.getElementsByTagName("text").getLength()).as(pane).isPositive();
            if (!pane.equals("Window") && !pane.equals("Lesson")) {
                assertThat(svg.getElementsByTagName("image").getLength()).as(pane + " has no pixels").isZero();
            }
        }
        assertThat(Files.readString(folder.resolve("Stage.svg"))).contains(">up →</text>");
        assertThat(Files.readString(folder.resolve("Charts.svg"))).contains(">TD error per step</text>");
    }

    @Test
    void theTableHasEveryPointOfEveryCurve() throws Exception {
        Offscreen.run(() -> desk.share().exports().curves(folder.resolve("curves.csv")));
        var lines = Files.readAllLines(written("curves.csv"));
        int points = frame.view().curves().stream().mapToInt(curve -> curve.size()).sum();
        assertThat(lines.getFirst()).startsWith("# The rat on the linear track").contains("seed 7");
        assertThat(lines).contains("branch,curve,number,act,mean,least,greatest");
        assertThat(lines.stream().filter(line -> line.startsWith("A,"))).hasSize(points);
    }

    @Test
    void aStretchOfTheRunIsAMovingPictureWithOnePictureAnAct() throws Exception {
        Offscreen.run(() -> desk.share().exports().film());
        Path file = folder.resolve("run.gif");
        Offscreen.run(() -> desk.share().exports().filmInto(file));
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(written("run.gif").toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(41);
            assertThat(reader.getWidth(0)).isEqualTo(640);
        } finally {
            reader.dispose();
        }
        assertThat(Offscreen.on(() -> desk.bench().root().lookup("#film-make"))).isInstanceOf(Button.class);
    }
}
