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

class ProgressTest {
    private static final String RAT = "04-td/the-rat.md";
    private static final Learner ADA = new Learner("Ada <L>", 17);
    private static final CourseExercises COURSE = new CourseExercises(
            List.of(new CourseExercises.OfLesson(RAT, "TD", "The rat, again", List.of("first", "second"))));

    private static Act act(int second, String exercise, Act.Kind kind, String written) {
        return new Act(Instant.ofEpochSecond(second), RAT, exercise, kind, Map.of("", written));
    }

    private static final List<Act> ACTS = List.of(
            act(1, "first", Act.Kind.WRONG, "0,2"),
            act(2, "first", Act.Kind.HINT, "0,2"),
            act(3, "first", Act.Kind.RIGHT, "=0.225"));

    @Test
    void aWrongTryAHintAndARightAnswerMakeASolvedExercise() {
        var standing = Progress.of(ACTS).standing(RAT, "first").orElseThrow();
        assertThat(standing.solved()).isTrue();
        assertThat(standing.wrongTries()).isEqualTo(1);
        assertThat(standing.hints()).isEqualTo(1);
        assertThat(standing.fields()).containsEntry("", "=0.225");
        assertThat(Progress.of(ACTS).standing(RAT, "second")).isEmpty();
    }

    @Test
    void anAnswerThatWasShownFirstIsNotSolved() {
        var progress = Progress.of(List.of(
                act(1, "first", Act.Kind.SHOWN, ""), act(2, "first", Act.Kind.RIGHT, "0.225")));
        assertThat(progress.standing(RAT, "first").orElseThrow().solved()).isFalse();
        assertThat(progress.solved(RAT, List.of("first", "second"))).isZero();
    }

    @Test
    void actsComeBackFromTheDiskAsTheyWereAndADamagedLineIsCountedNotLost(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("progress.jsonl");
        try (var kept = ProgressFile.open(file)) {
            for (Act act : ACTS) {
                kept.add(act);
            }
        }
        Files.writeString(file, "{\"at\": nonsense\n", StandardOpenOption.APPEND);
        try (var kept = ProgressFile.open(file)) {
            assertThat(kept.actsBefore()).isEqualTo(ACTS);
            assertThat(kept.damagedLines()).isEqualTo(1);
        }
        assertThat(Files.readString(file)).contains("nonsense");
    }

    @Test
    void theTableHasALineForEachExerciseAndNoCellThatASpreadsheetWouldRun() {
        assertThat(ProgressCsv.of(ADA, COURSE, Progress.of(ACTS)))
                .isEqualTo("learner,seed,unit,lesson,exercise,state,wrong tries,hints,answer,first,last\r\n"
                        + "Ada <L>,17,TD,\"The rat, again\",first,solved,1,1,'=0.225,"
                        + "1970-01-01T00:00:01Z,1970-01-01T00:00:03Z\r\n"
                        + "Ada <L>,17,TD,\"The rat, again\",second,not begun,0,0,,,\r\n");
    }

    @Test
    void aReportIsUntouchedUntilSomebodyEditsIt() {
        var pictures = List.of(new ProgressReport.Picture("step 129, seed 7", new byte[] {1, 2, 3}));
        String page = ProgressReport.html(ADA, COURSE, ACTS, pictures, Instant.ofEpochSecond(99));
        assertThat(page)
                .contains("<h1>Ada &lt;L&gt;</h1>", "1 of 2 exercises solved", "data:image/png;base64,AQID", "not begun");
        assertThat(ProgressReport.isUntouched(page)).isTrue();
        assertThat(ProgressReport.isUntouched(page.replace("\n", "\r\n"))).isTrue();
        assertThat(ProgressReport.isUntouched(page.replace("1 of 2", "2 of 2"))).isFalse();
        assertThat(ProgressReport.isUntouched(page.replace("AQID", "AQIE"))).isFalse();
    }
}
