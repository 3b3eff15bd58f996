package rewardscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.cli.CommandLineApp;
import rewardscope.cli.Desktop;
import rewardscope.course.Act;
import rewardscope.course.Study;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.LabelStore;
import rewardscope.sim.share.Session;
import rewardscope.ui.share.SessionFile;

/// A full disk loses nothing that was on it, says so in a sentence, and takes what it refused as soon as there is room.
@Tag("soak")
class FullDiskTest {
    private static final int KILOBYTES = 256;

    @TempDir
    Path folder;

    private FullDisk disk;

    @BeforeEach
    void hangIn() throws Exception {
        disk = FullDisk.at(Files.createDirectories(folder.resolve("disk")), KILOBYTES);
    }

    @AfterEach
    void takeOut() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    private static Act answer(int number) {
        return new Act(Instant.EPOCH, "lesson.md", "e" + number, Act.Kind.RIGHT, Map.of("", "x".repeat(900)));
    }

    @Test
    void answersThatWereRefusedAreWrittenWithTheNext() throws Exception {
        try (var study = Study.open(disk.folder())) {
            assertThat(study.add(answer(0)).join()).isEmpty();
            disk.fill();
            var trouble = Optional.<String>empty();
            int number = 1;
            while (trouble.isEmpty() && number < 100) {
                trouble = study.add(answer(number++)).join(); // what is left of the last page
            }
            assertThat(trouble.orElseThrow()).contains("could not be written to the disk");
            assertThat(study.add(answer(number++)).join()).isEmpty();
            disk.makeRoom();
            assertThat(study.add(answer(number++)).join()).isEmpty();
            try (var again = Study.open(disk.folder())) {
                assertThat(again.acts()).isEqualTo(study.acts());
            }
        }
    }

    @Test
    void answersThatWereRefusedAreWrittenWhenTheWindowClosesIfThereIsRoomByThen() throws Exception {
        int given = 1;
        try (var study = Study.open(disk.folder())) {
            disk.fill();
            while (study.add(answer(given)).join().isEmpty() && given < 100) {
                given++;
            }
            disk.makeRoom();
        }
        try (var again = Study.open(disk.folder())) {
            assertThat(again.acts()).hasSize(given);
        }
    }

    @Test
    void halfALabelIsCutOffAndTheNextStandsOnALineOfItsOwn() throws Exception {
        var label = new Feedback.Remark("q ?", "an answer", "y".repeat(900), "ann");
        var book = new LabelBook(disk.folder(), "village");
        book.give(label);
        disk.fill();
        int kept = 1;
        try {
            while (kept < 100) {
                book.give(label);
                kept++;
            }
        } catch (IOException e) {
            assertThat(DiskTrouble.what(book.file().orElseThrow(), e)).endsWith("the disk is full.");
        }
        disk.makeRoom();
        book.give(label);
        book.close();
        var contents = LabelStore.read(book.file().orElseThrow());
        assertThat(contents.spoiled()).isEmpty();
        assertThat(contents.labels()).hasSize(kept + 1);
    }

    @Test
    void theOldSessionStaysUntilTheNewOneIsWhole() throws Exception {
        var file = new SessionFile(disk.folder());
        var before = session("# before");
        file.write(before);
        disk.fill();
        assertThatThrownBy(() -> file.write(session("# " + "after ".repeat(2000)))).isInstanceOf(IOException.class);
        assertThat(file.read().session()).contains(before);
        assertThat(disk.folder().toFile().list()).containsExactlyInAnyOrder("session.yaml", "stone");
        disk.makeRoom();
        file.write(session("# after"));
        assertThat(file.read().session()).contains(session("# after"));
    }

    private static Session session(String playground) {
        return new Session(Optional.empty(), Map.of(), "", playground, Session.Appearance.USUAL);
    }

    @Test
    void aSweepStopsInASentenceAndGoesOnWhereItStopped() throws Exception {
        Path rat = Files.writeString(
                folder.resolve("rat.yaml"), "environment: {type: linear-track}\nagent: {type: q-learning}\n");
        Path results = disk.folder().resolve("runs.jsonl");
        String[] sweep = {"sweep", rat.toString(), "--stop", "episodes=200", "--seeds", "1..8", "--jobs", "2", "--out",
            results.toString()};
        String[] first = sweep.clone();
        first[5] = "1..1";
        assertThat(call(first).code()).isZero();
        disk.fill();
        Ended refused = call(sweep);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("the disk is full.").contains("the same command goes on from there")
                .doesNotContain("Exception");
        assertThat(Files.readString(results)).endsWith("}\n");
        disk.makeRoom();
        Ended resumed = call(sweep);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(results)).hasSize(8);
    }

    private record Ended(int code, String err) {}

    private static Ended call(String... arguments) {
        var err = new ByteArrayOutputStream();
        var in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(new byte[0]));
            int code = CommandLineApp.run(
                    arguments,
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Desktop.none("There is no window in a test."));
            return new Ended(code, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void aPictureThatDoesNotFitLeavesNothingBehind() throws Exception {
        disk.fill();
        Path picture = disk.folder().resolve("stage.png");
        assertThatThrownBy(() -> WholeFile.write(picture, new byte[50_000]))
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(DiskTrouble.sentence(picture, e))
                        .endsWith("the disk is full. Make room there, or choose another folder."));
        assertThat(disk.folder().toFile().list()).containsExactly("stone");
        disk.makeRoom();
        WholeFile.write(picture, new byte[50_000]);
        assertThat(Files.size(picture)).isEqualTo(50_000);
        assertThat(List.of(disk.folder().toFile().list())).containsExactly("stage.png");
    }
}
