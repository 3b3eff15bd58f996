package rewardscope.ui.access;

import java.io.IOException;

/// Where tones go.
interface Loudspeaker extends AutoCloseable {
    /// Plays a tone, and returns when the next one can be handed over.
    ///
    /// @throws IOException if nothing can be heard here; a sentence
    void play(Tone tone) throws IOException;

    @Override
    void close();
}
