package rewardscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.ui.RealRuns;

class TdTonesTest {
    private static final String TRACK = "environment: {type: linear-track, states: 3}\n"
            + "agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0}\nseed: 1\n";

    @TempDir
    Path folder;

    /// The first reward is the first TD error that is not 0: the largest so far, so an octave above the middle.
    @Test
    void theFirstRewardIsHeardAnOctaveUp() throws InterruptedException {
        BlockingQueue<Tone> heard = new LinkedBlockingQueue<>();
        var tones = new TdTones(_ -> {}, new Loudspeaker() {
            @Override
            public void play(Tone tone) {
                heard.add(tone);
            }

            @Override
            public void close() {}
        });
        tones.turn(true);
        var frame = RealRuns.frame(TRACK, RealRuns.episodes(1));
        Tone tone = null;
        for (int i = 0; i < 400 && tone == null; i++) {
            tones.show(RealRuns.frame(TRACK));
            tones.show(frame);
            tone = heard.poll(20, TimeUnit.MILLISECONDS);
        }
        tones.close();
        assertThat(tone).isNotNull().extracting(Tone::hertz).isEqualTo(880.0);
    }

    @Test
    void withoutASoundDeviceOneSentenceSaysSo() throws InterruptedException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        var tones = new TdTones(said::add, new Loudspeaker() {
            @Override
            public void play(Tone tone) throws IOException {
                throw new IOException("There is no sound here.");
            }

            @Override
            public void close() {}
        });
        tones.turn(true);
        var frame = RealRuns.frame(TRACK, RealRuns.episodes(1));
        String sentence = null;
        for (int i = 0; i < 400 && sentence == null; i++) {
            tones.show(RealRuns.frame(TRACK));
            tones.show(frame);
            sentence = said.poll(20, TimeUnit.MILLISECONDS);
        }
        assertThat(sentence).isEqualTo("There is no sound here.");
        tones.close();
    }

    @Test
    void choicesAreThereAgainAfterTheNextStart() throws IOException {
        var file = new AccessFile(folder);
        var usual = new Access(false, false);
        assertThat(file.read(usual)).isEqualTo(usual);
        file.write(new Access(true, true));
        assertThat(new AccessFile(folder).read(usual)).isEqualTo(new Access(true, true));
        Files.writeString(folder.resolve("access.yaml"), "still: perhaps\ntones: true\nrubbish");
        assertThat(file.read(usual)).isEqualTo(new Access(false, true));
    }
}
