package rewardscope.sim.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.SavedModels;
import rewardscope.sim.Experiment;
import rewardscope.sim.Intervention;
import rewardscope.sim.Timeline;
import rewardscope.ui.RealRuns;

/// A run that went on from saved models comes back with the session, whatever becomes of the folder that they were in.
class ModelShelfTest {
    private static final Experiment TINY = RealRuns.experiment("""
            environment: {type: language, world: tiny}
            agent: {type: reward-model, layers: 1, width: 8, batch: 8, pre-train-updates: 5, fine-tune-updates: 5, labels: 5,
                    tests: 5, reward-updates: 5}
            """);

    @TempDir
    Path folder;

    private Session session() throws IOException {
        Path models = folder.resolve("our class");
        try (var first = new Timeline(TINY)) {
            while (first.now() < 12) {
                first.advance();
            }
            ((LanguageLab) first.present().agent()).save(models);
        }
        try (var second = new Timeline(TINY.withAgentValue("start-at", "label"))) {
            second.intervene(new Intervention.ModelsTaken(SavedModels.read(models)));
            second.advance();
            for (String file : models.toFile().list()) {
                Files.delete(models.resolve(file));
            }
            return new Session(Optional.of("a lesson.md"),
                    Map.of("chat", SavedRun.here(second), "other", SavedRun.fresh(TINY)), "chat", "",
                    Session.Appearance.USUAL);
        }
    }

    @Test
    void aRunThatTookUpModelsComesBackWithThem() throws IOException {
        var shelf = new ModelShelf(Optional.of(folder.resolve("models")));
        var session = session();
        shelf.keep(session);
        var read = SessionTree.read(SessionTree.write(session), shelf);
        assertThat(read.left()).isEmpty();
        var run = read.session().orElseThrow().runs().get("chat");
        assertThat(run.ways()).isEqualTo(session.runs().get("chat").ways());
        assertThat(run.sameExperiment(TINY)).as("it began at a later stage of the lesson's own experiment").isTrue();
        assertThat(SessionTree.write(read.session().orElseThrow())).isEqualTo(SessionTree.write(session));
    }

    @Test
    void withoutItsModelsOneRunBeginsAnewAndTheOthersComeBack() throws IOException {
        var session = session();
        var read = SessionTree.read(SessionTree.write(session), ModelShelf.NONE);
        assertThat(read.session().orElseThrow().runs()).containsOnlyKeys("other");
        assertThat(read.left()).containsExactly("The run `chat` begins anew: this run took up the models of a folder "
                + "`our class`, which are not kept here. Begin it again with them: Models, Begin with saved models.");
    }

    @Test
    void modelsThatNoRunOfTheSessionTookUpAreNotKept() throws IOException {
        var shelf = new ModelShelf(Optional.of(folder.resolve("models")));
        shelf.keep(session());
        assertThat(folder.resolve("models").toFile().list()).hasSize(1);
        shelf.keep(new Session(Optional.empty(), Map.of(), "", "", Session.Appearance.USUAL));
        assertThat(folder.resolve("models").toFile().list()).isEmpty();
    }
}
