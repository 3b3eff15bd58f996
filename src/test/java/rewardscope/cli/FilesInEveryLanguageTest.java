package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.Tongues;
import rewardscope.course.Act;
import rewardscope.course.CourseExercises;
import rewardscope.course.Learner;
import rewardscope.course.Progress;
import rewardscope.course.ProgressCsv;
import rewardscope.course.ProgressReport;

/// What is written into files and onto the terminal is the same to the letter, whatever the system's language.
class FilesInEveryLanguageTest {
    private static final String WRONG =
            """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 1,5, gama: 0.9}
            """;
    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Tongues.restore(BEFORE);
    }

    @Test
    void everyLetterIsThatOfNoLanguage() throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<String> root = written();
        assertThat(root.getFirst()).contains("0.9").doesNotContain("0,9");
        for (Tongues tongue : Tongues.all()) {
            tongue.speak();
            List<String> here = written();
            for (int i = 0; i < root.size(); i++) {
                assertThat(here.get(i)).as("%s, text %d", tongue, i).isEqualTo(root.get(i));
            }
        }
    }

    private List<String> written() throws IOException {
        var calls = new CommandLineCalls(folder);
        Path rat = Files.writeString(folder.resolve("rat.yaml"), CommandLineCalls.RAT);
        Path trace = folder.resolve("trace.jsonl");
        var all = new ArrayList<String>();
        all.add(calls.call("run", rat.toString(), "--stop", "episodes=5", "--trace", trace.toString()).out());
        all.add(Files.readString(trace));
        all.add(calls.call("run", rat.toString(), "--stop", "episodes=5", "--set", "agent.alpha=0.25", "--format", "csv").out());
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), WRONG);
        all.add(calls.call("check", wrong.toString()).out() + calls.call("run", wrong.toString()).err());
        all.addAll(progress());
        return all;
    }

    private static List<String> progress() {
        var ada = new Learner("Ada", 17);
        var course = new CourseExercises(List.of(new CourseExercises.OfLesson(
                "04-td/the-rat.md", "The rat", "Temporal differences", List.of("after-two", "which"))));
        var acts = List.of(
                new Act(Instant.ofEpochSecond(1_234_567_890), "04-td/the-rat.md", "after-two", Act.Kind.WRONG, Map.of("", "1.5")),
                new Act(Instant.ofEpochSecond(1_234_567_891), "04-td/the-rat.md", "after-two", Act.Kind.HINT, Map.of()));
        return List.of(
                ProgressCsv.of(ada, course, Progress.of(acts)),
                ProgressReport.html(ada, course, acts, List.of(), Instant.ofEpochSecond(1_300_000_000)));
    }
}
