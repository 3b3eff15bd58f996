package rewardscope.sim.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Intervention;

/// What was open comes back from its file; a file that cannot be understood is a reason, never an exception.
class SessionTreeTest {
    private static final String YAML = SessionTree.write(session());

    private static Session session() {
        try (var run = new Running(Running.experiment(
                        "environment: {type: inverted-pendulum}\nagent: {type: reinforce, hidden: [8]}\nseed: 5\n"))
                .acts(30)) {
            run.send(new Command.Intervene(new Intervention.Push(3, true)));
            run.acts(10);
            run.send(new Command.Seek(20));
            return new Session(
                    Optional.of("04-temporal-difference/a lesson.md"),
                    Map.of("pole", SavedRun.of(run.frame())),
                    "pole",
                    "environment: {preset: cliff-wal\nwith a mistake",
                    new Session.Appearance(
                            true, 1.21, false, true, "Table", List.of(0.25), List.of(0.4, 0.7), Double.POSITIVE_INFINITY, 1280, 720, false, true));
        }
    }

    @Test
    void aSessionComesBackFromItsFileAsItWas() {
        Session back = SessionTree.read(YAML, ModelShelf.NONE).session().orElseThrow();
        Session was = session();
        assertThat(back.appearance()).isEqualTo(was.appearance());
        assertThat(back.lesson()).isEqualTo(was.lesson());
        assertThat(back.active()).isEqualTo("pole");
        assertThat(back.playground()).isEqualTo(was.playground());
        assertThat(back.runs().get("pole").ways()).isEqualTo(was.runs().get("pole").ways());
        assertThat(back.runs().get("pole").source()).isEqualTo(was.runs().get("pole").source());
        assertThat(SessionTree.write(back)).isEqualTo(YAML);
    }

    @Property(tries = 200)
    void aFileThatIsCutOrChangedAnywhereIsNeverAnException(@ForAll @IntRange(max = 20_000) int at, @ForAll char letter) {
        int place = at % YAML.length();
        SessionTree.read(YAML.substring(0, place), ModelShelf.NONE);
        SessionTree.read(YAML.substring(0, place) + letter + YAML.substring(place + 1), ModelShelf.NONE);
    }

    @Test
    void aFileOfAnotherVersionIsAReason() {
        var read = SessionTree.read(YAML.replace("rewardscope-session: 1", "rewardscope-session: 0"), ModelShelf.NONE);
        assertThat(read.session()).isEmpty();
        assertThat(read.trouble()).isEqualTo("another version of Rewardscope wrote its file");
        assertThat(SessionTree.read("", ModelShelf.NONE).trouble()).isEqualTo("its file is damaged");
        assertThat(SessionTree.read("[1, 2]", ModelShelf.NONE).trouble()).isEqualTo("its file is damaged");
    }
}
