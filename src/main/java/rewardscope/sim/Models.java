package rewardscope.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import rewardscope.agent.Agent;
import rewardscope.language.feedback.LabelStore;
import rewardscope.language.stage.LanguageLab;

/// Folders of models and labels around a run of the language lab.
///
/// @param from taken up before the first act
/// @param to written after the last one
/// @param labels a file of labels that are given before the first act
public record Models(Optional<Path> from, Optional<Path> to, Optional<Path> labels) {
    public static final Models NONE = new Models(Optional.empty(), Optional.empty(), Optional.empty());

    /// @throws UncheckedIOException with one sentence, if the folder does not fit
    void load(Agent agent) {
        if (agent instanceof LanguageLab lab) {
            try {
                if (from.isPresent()) {
                    lab.load(from.get());
                }
                if (labels.isPresent()) {
                    LabelStore.read(labels.get()).labels().forEach(lab::label);
                }
            } catch (NoSuchFileException e) {
                throw new UncheckedIOException(new IOException("There is no file " + labels.orElseThrow() + ".", e));
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
