package rewardscope.sim.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.language.feedback.Feedback;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.Way;

/// The text of a shared run: short, hard to break, and clear about what broke it.
class RunTextTest {
    private static final String CLIFF =
            "environment: {preset: cliff-walking}\nagent: {type: sarsa, alpha: 0.5, gamma: 1}\nseed: 3\n";
    private static final String TEXT = text();

    private static String text() {
        try (var run = new Running(Running.experiment(CLIFF)).acts(60)) {
            run.send(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.1))));
            return run.acts(60).text();
        }
    }

    private static String trouble(String text) {
        var read = RunText.read(text);
        assertThat(read.shared()).isEmpty();
        return read.trouble();
    }

    @Test
    void aRunAtItsStepIsShortEnoughForAChat() {
        assertThat(TEXT).startsWith("rewardscope:1:").hasSizeLessThan(300).matches("[A-Za-z0-9:_-]+");
    }

    @Test
    void lineBreaksBlanksAndQuotingMarksDoNoHarmNorDoWordsAroundIt() {
        String mailed = "Look at this:\n> " + TEXT.replaceAll("(.{40})", "$1\r\n> ") + "\nfunny, is it not?";
        assertThat(RunText.read(mailed).shared()).isEqualTo(RunText.read(TEXT).shared()).isPresent();
    }

    @Property(tries = 200)
    void aTextThatIsCutAnywhereOpensNothingAndSaysSo(@ForAll @IntRange(max = 10_000) int at) {
        String cut = TEXT.substring(0, at % TEXT.length());
        assertThat(trouble(cut)).matches("This is no shared run: .*|.*is cut short.*");
    }

    @Property(tries = 300)
    void aTextWithOneOtherLetterOpensNothing(@ForAll @IntRange(max = 10_000) int at, @ForAll char letter) {
        int place = "rewardscope:1:".length() + at % (TEXT.length() - "rewardscope:1:".length());
        char other = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF".charAt(letter % 42);
        if (TEXT.charAt(place) != other) {
            assertThat(trouble(TEXT.substring(0, place) + other + TEXT.substring(place + 1))).isNotBlank();
        }
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        assertThat(trouble("hello")).contains("begins with `rewardscope:1:`");
        assertThat(trouble(TEXT.replace("rewardscope:1:", "rewardscope:2:"))).contains("newer Rewardscope");
        assertThat(trouble(TEXT.substring(0, TEXT.length() - 3))).contains("cut short");
        assertThat(trouble(TEXT.substring(0, TEXT.length() - 8) + "00000000")).contains("check sum");
    }

    @Test
    void everythingThatPeopleCanDoComesBackAsItWas() {
        var run = new Running(Running.experiment(
                "environment: {type: language, world: tiny}\nagent: {type: rlhf-ppo}\n"));
        try (run) {
            var label = new Intervention.Label(new Feedback.Choice("is it\nso ?", "\"yes\"", "no", Feedback.Verdict.TIE, "Zoë"));
            var schedule = new Intervention.ParameterChange(
                    run.frame().view().parameters().getFirst().spec().name(), new Schedule.Decay(0.1, 0.3));
            var done = new TreeMap<Long, List<Intervention>>();
            done.put(0L, List.of(label, schedule));
            done.put(7L, List.of(
                    label, label, new Intervention.Retraction(label.feedback()), new Intervention.Push(-1.0 / 3, true),
                    new Intervention.Push(0, false), new Intervention.Choice(5)));
            var way = new Way(done, -1, 7, 5);
            var saved = new SavedRun(run.frame().experiment(), List.of(way), 0, true);
            var read = RunText.read(RunText.write(new Shared(saved, "Ünïcode: a \"title\"", Optional.empty())));
            assertThat(read.trouble()).isEmpty();
            assertThat(read.shared().orElseThrow().run().ways()).containsExactly(way);
            assertThat(read.shared().orElseThrow().run().together()).isTrue();
            assertThat(read.shared().orElseThrow().title()).isEqualTo("Ünïcode: a \"title\"");
        }
    }

    @Test
    void allBranchesComeBackWithTheirOwnPastAndFuture() {
        try (var run = new Running(Running.experiment(CLIFF)).acts(100)) {
            run.send(new Command.Seek(60));
            run.send(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.9))));
            run.acts(30);
            run.send(new Command.Seek(70));
            run.send(new Command.Fork());
            run.acts(5);
            run.send(new Command.SelectBranch(0));
            run.send(new Command.Seek(60));
            run.send(new Command.Intervene(new Intervention.ParameterChange("epsilon", new Schedule.Constant(0.4))));
            run.acts(12);
            Frame before = run.frame();
            assertThat(before.views()).hasSize(4);
            var saved = SavedRun.of(before);
            try (var again = new Running(saved.experiment()).send(saved.takeUp())) {
                Frame after = again.frame();
                assertThat(SavedRun.of(after).ways()).isEqualTo(saved.ways());
                assertThat(after.active()).isEqualTo(before.active());
                assertThat(after.sideBySide()).isEqualTo(before.sideBySide());
                for (int branch = 0; branch < 4; branch++) {
                    run.send(new Command.SelectBranch(branch));
                    again.send(new Command.SelectBranch(branch));
                    assertThat(again.proof()).as("branch %d", branch).isEqualTo(run.proof());
                }
            }
        }
    }

    @Test
    void aLabelCountsOnceHoweverOftenTheRunComesBy() {
        var experiment = Running.experiment("environment: {type: language, world: tiny}\n"
                + "agent: {type: rlhf-ppo, layers: 1, heads: 1, width: 4, pre-train-updates: 20}\n");
        try (var run = new Running(experiment).acts(5)) {
            run.send(new Command.Intervene(new Intervention.Label(
                    new Feedback.Rating("what does the cat eat ?", "the fish", 4, "ann"))));
            run.acts(5);
            var straight = run.proof();
            run.send(new Command.Seek(5)).send(new Command.Seek(3)).acts(7);
            assertThat(run.proof()).isEqualTo(straight);
        }
    }
}
