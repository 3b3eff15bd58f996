package rewardscope.ui.access;

import java.io.IOException;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The system's own, opened with the first tone.
final class SystemLoudspeaker implements Loudspeaker {
    private Optional<SourceDataLine> line = Optional.empty();

    @Override
    public void play(Tone tone) throws IOException {
        byte[] samples = tone.samples();
        open(samples.length).write(samples, 0, samples.length);
    }

    private SourceDataLine open(int bytes) throws IOException {
        if (line.isPresent()) {
            return line.get();
        }
        try {
            var format = new AudioFormat(Tone.RATE, 16, 1, true, false);
            SourceDataLine opened = AudioSystem.getSourceDataLine(format);
            opened.open(format, 2 * bytes);
            opened.start();
            line = Optional.of(opened);
            return opened;
        } catch (LineUnavailableException | RuntimeException | LinkageError e) {
            throw new IOException("There is no sound here: TD errors cannot be heard on this machine.", e);
        }
    }

    @Override
    public void close() {
        line.ifPresent(SourceDataLine::close);
        line = Optional.empty();
    }
}
