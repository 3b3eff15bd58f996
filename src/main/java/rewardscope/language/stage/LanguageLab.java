package rewardscope.language.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.language.world.World;

/// What panes and the command line may ask of an agent of the language lab, between two acts. Nothing here but [#label]
/// and [#load] touches the run, and looking uses random numbers of its own.
public interface LanguageLab {
    /// One part of the way.
    ///
    /// @param progress in [0, 1]
    record StageState(String name, double progress, boolean active, boolean finished) {}

    /// An answer that a model wrote to be looked at.
    record Written(String model, Prompt prompt, String answer, Quality quality) {}

    /// One token of an answer, as far as the models for it are there; NaN where they are not.
    ///
    /// @param logp log-probability under the model that was asked about
    /// @param refLogp the same under the fine-tuned reference
    /// @param logRatio logp − refLogp
    /// @param reward the normalised score of the answer up to and with this token
    /// @param value the critic's value before it
    record TokenView(
            String token, double logp, double refLogp, double logRatio, double reward, double value) {}

    World world();

    /// In the order in which they come.
    List<StageState> stages();

    /// The stages, and a few answers of the model as it is now.
    LabLook look();

    /// Names of the language models that there are: `base`, `sft`, `ppo`, `reinforce`, `dpo`, and `policy` while it is
    /// pre-trained or fine-tuned.
    List<String> models();

    /// Lets a model answer.
    ///
    /// @param model one of [#models]
    /// @param temperature 0 says the likeliest token
    /// @param seed of this answer alone
    Written write(String model, Prompt prompt, double temperature, long seed);

    /// An answer token by token.
    ///
    /// @param answer words of the vocabulary, without the end mark
    /// @return empty if a word is not known
    Optional<List<TokenView>> inspect(String model, Prompt prompt, String answer);

    /// The normalised reward of a whole answer; empty without a reward model, or if a word is not known.
    Optional<Double> reward(Prompt prompt, String answer);

    /// Whether the answers of this world can all be listed.
    boolean hasClosedForms();

    /// The policy that `ppo`, `reinforce` or `dpo` looks for beside what it has come to, where every answer can be listed.
    Optional<ClosedForm> closedForm(String model, Prompt prompt);

    /// How often the reward model is right on held-out pairs when it is so and so sure, as of its last test; empty before.
    List<LabEvents.Calibration> calibration();

    /// Everything that was said about answers so far, by people and simulated annotators.
    List<Feedback> labels();

    /// Takes note of what a person said: the next minibatch of the reward model or of DPO may use it. Corrections become
    /// demonstrations.
    void label(Feedback feedback);

    /// Takes back the last label that says just this, as if it had never been given.
    void retract(Feedback feedback);

    /// What was measured so far, by name: `quality-sft`, `reward-held-out-accuracy`, ...
    Map<String, Double> metrics();

    /// Writes every network as `NAME.safetensors`, the words as `vocabulary.txt` and the labels as `labels.jsonl`.
    void save(Path folder) throws IOException;

    /// Takes the networks and labels of a folder; nothing changes unless all of them fit.
    ///
    /// @throws IOException in one sentence: what does not fit
    void load(Path folder) throws IOException;

    /// The same of a folder that has been read already.
    void load(SavedModels saved) throws IOException;
}
