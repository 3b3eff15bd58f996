package rewardscope.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.lesson.Variant;
import rewardscope.store.UserFolders;

class StudyTest {
    private static final Act RIGHT =
            new Act(Instant.EPOCH, "04-td/the-rat.md", "first", Act.Kind.RIGHT, Map.of("answer", "0.225"));

    @TempDir
    Path folder;

    @Test
    void whatWasDoneIsThereWhenTheWindowIsOpenedAgainAndTheNumberIsDrawnOnce() {
        Learner drawn;
        try (var study = Study.open(folder)) {
            drawn = study.learner();
            assertThat(drawn.seed()).isPositive();
            assertThat(study.add(RIGHT).join()).isEmpty();
        }
        try (var study = Study.open(folder)) {
            assertThat(study.learner()).isEqualTo(drawn);
            assertThat(study.acts()).containsExactly(RIGHT);
            assertThat(study.progress().standing("04-td/the-rat.md", "first").orElseThrow().solved()).isTrue();
        }
    }

    @Test
    void aNameAndANumberStay() {
        try (var study = Study.open(folder)) {
            assertThat(study.rename(new Learner("Ada \"L\"", 4711)).join()).isEmpty();
        }
        try (var study = Study.open(folder)) {
            assertThat(study.learner()).isEqualTo(new Learner("Ada \"L\"", 4711));
            assertThat(study.variant()).isEqualTo(new Variant.Learner(4711));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOneSentenceAndTheWorkGoesOn() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "in the way");
        try (var study = Study.open(file)) {
            assertThat(study.trouble().orElseThrow()).contains("Answers are not kept").contains(file.toString());
            assertThat(study.add(RIGHT).join()).isEmpty();
            assertThat(study.progress().standing("04-td/the-rat.md", "first")).isPresent();
        }
    }

    @Test
    void aDamagedLearnerFileIsReplacedAndNoAnswerIsLost() throws IOException {
        try (var study = Study.open(folder)) {
            assertThat(study.notice()).isEmpty();
            study.add(RIGHT).join();
        }
        Files.writeString(folder.resolve("learner.json"), "{\"name\": \"Ad");
        try (var study = Study.open(folder)) {
            assertThat(study.learner().seed()).isPositive();
            assertThat(study.acts()).containsExactly(RIGHT);
            assertThat(study.trouble()).as("answers are kept").isEmpty();
            assertThat(study.notice().orElseThrow())
                    .contains("learner-damaged.json")
                    .contains(Long.toString(study.learner().seed()));
        }
        assertThat(folder.resolve("learner-damaged.json")).hasContent("{\"name\": \"Ad");
        try (var study = Study.open(folder)) {
            assertThat(study.notice()).as("said once").isEmpty();
        }
    }

    @Test
    void everyDamagedFileIsKeptBesideTheEarlierOnes() throws IOException {
        Path file = folder.resolve("learner.json");
        for (String damage : List.of("", "{\"seed\":0}", "{\"seed\":99999999999999999999}", "\u0000", "[1, 2")) {
            Files.writeString(file, damage);
            try (var study = Study.open(folder)) {
                assertThat(study.notice()).isPresent();
                assertThat(study.learner().seed()).isPositive();
            }
        }
        assertThat(folder.resolve("learner-damaged.json")).hasContent("");
        assertThat(folder.resolve("learner-damaged-5.json")).hasContent("[1, 2");
    }

    @Test
    void aLearnerFileThatCannotBeReadIsNotWrittenOver() throws IOException {
        Path file = Files.createDirectory(folder.resolve("learner.json")); // nobody can read that as a file
        try (var study = Study.open(folder)) {
            assertThat(study.trouble().orElseThrow()).contains("Answers are not kept");
            assertThat(study.notice()).isEqualTo(study.trouble());
            assertThat(study.learner().seed()).isPositive();
        }
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void linesThatCannotBeUnderstoodAreCountedAndLeftAsTheyAre() throws IOException {
        try (var study = Study.open(folder)) {
            study.add(RIGHT).join();
        }
        Path answers = folder.resolve("progress.jsonl");
        Files.writeString(answers, "not an act\n{}\n", StandardOpenOption.APPEND);
        try (var study = Study.open(folder)) {
            assertThat(study.acts()).containsExactly(RIGHT);
            assertThat(study.notice().orElseThrow()).startsWith("2 lines of ").contains(answers.toString());
        }
        assertThat(Files.readString(answers)).endsWith("not an act\n{}\n");
    }

    @Test
    void nobodySeesTheAuthorsNumbers() {
        try (var study = Study.ofNobody()) {
            assertThat(study.variant()).isEqualTo(Variant.AUTHORS);
        }
    }

    @Test
    void workLiesWhereTheSystemWantsIt() {
        Path home = Path.of("home");
        assertThat(UserFolders.data("Linux", home, Map.of())).isEqualTo(home.resolve(".local/share/rewardscope"));
        assertThat(UserFolders.data("Linux", home, Map.of("XDG_DATA_HOME", "x"))).isEqualTo(Path.of("x/rewardscope"));
        assertThat(UserFolders.data("Mac OS X", home, Map.of()))
                .isEqualTo(home.resolve("Library/Application Support/Rewardscope"));
        assertThat(UserFolders.data("Windows 11", home, Map.of("APPDATA", "r"))).isEqualTo(Path.of("r/Rewardscope"));
    }
}
