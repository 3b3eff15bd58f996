package rewardscope.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.language.world.WordVocabulary;

/// What the networks of a run make of one answer that somebody typed.
///
/// @param model whose log-probabilities these are
/// @param tokens one by one; the reward of each is that of the answer up to and with it, NaN without a reward model
/// @param quality by the world's rules
record Probe(
        String model, Prompt prompt, String answer, List<LanguageLab.TokenView> tokens, Optional<Quality> quality) {
    Probe {
        tokens = List.copyOf(tokens);
    }

    /// What is asked.
    ///
    /// @param model empty for the one that learned last
    /// @param written whether the model shall write the answer itself
    record Question(Optional<String> model, Prompt prompt, String answer, boolean written, long seed) {}

    /// Empty if there is no network yet, or a word is not known.
    static Optional<Probe> of(LanguageLab lab, Question question) {
        var models = lab.models();
        Optional<String> model = question.model().filter(models::contains)
                .or(() -> models.isEmpty() ? Optional.empty() : Optional.of(models.getLast()));
        return model.flatMap(name -> {
            String answer = question.written()
                    ? lab.write(name, question.prompt(), 1, question.seed()).answer()
                    : String.join(" ", WordCompletion.words(question.answer()));
            return lab.inspect(name, question.prompt(), answer).map(tokens -> new Probe(name, question.prompt(), answer,
                    tokens, Optional.of(lab.world().judge(question.prompt(), encoded(lab, tokens)))));
        });
    }

    private static int[] encoded(LanguageLab lab, List<LanguageLab.TokenView> tokens) {
        return tokens.stream()
                .map(LanguageLab.TokenView::token)
                .mapToInt(word -> lab.world().vocabulary().encode(word)[0])
                .toArray();
    }

    /// The reward of the whole answer; NaN without a reward model.
    double reward() {
        return tokens.isEmpty() ? Double.NaN : tokens.getLast().reward();
    }

    /// The words as they are shown.
    List<String> words() {
        return tokens.stream()
                .map(token -> WordVocabulary.visible(token.token()))
                .collect(Collectors.toList());
    }
}
