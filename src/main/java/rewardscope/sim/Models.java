package rewardscope.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import rewardscope.agent.Agent;
import rewardscope.language.stage.LanguageLab;

/// Folders of models and labels around a run of the language lab.
///
/// @param from taken up before the first act
/// @param to written after the last one
public record Models(Optional<Path> from, Optional<Path> to) {
    public static final Models NONE = new Models(Optional.empty(), Optional.empty());

    /// @throws UncheckedIOException with one sentence, if the folder does not fit
    void load(Agent agent) {
        if (agent instanceof LanguageLab lab && from.isPresent()) {
            try {
                lab.load(from.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// @throws UncheckedIOException if the folder cannot be written
    void save(Agent agent) {
        if (agent instanceof LanguageLab lab && to.isPresent()) {
            try {
                lab.save(to.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
