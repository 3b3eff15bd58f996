package rewardscope.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.language.stage.LabEvents;
import rewardscope.language.world.WordVocabulary;
import rewardscope.sim.View;

/// One answer of the last batch, token by token: what was known when it was scored, and what the last minibatch made of
/// it.
///
/// @param score of the whole answer
/// @param clip ε of the last minibatch; NaN before the first
record AnswerTokens(String prompt, double score, double klCoef, double clip, List<Token> tokens) {
    /// @param ratio π/π_old in the last minibatch; NaN if the answer was not the first in it
    record Token(LabEvents.TokenScore scored, double ratio) {
        String word() {
            return WordVocabulary.visible(scored.token());
        }
    }

    /// The answer that led the last minibatch; before the first one, that which led the batch.
    static Optional<AnswerTokens> of(View view) {
        return view.looks().last(LabEvents.Scored.class).filter(e -> !e.answers().isEmpty()).map(batch -> {
            var update = view.looks().last(LabEvents.PpoUpdate.class);
            var led = update.flatMap(e -> batch.answers().stream().filter(a -> same(a, e)).findFirst());
            return led.map(answer -> joined(batch, answer, update)).orElseGet(() ->
                    joined(batch, batch.answers().getFirst(), Optional.empty()));
        });
    }

    private static boolean same(LabEvents.AnswerScore answer, LabEvents.PpoUpdate update) {
        if (!answer.prompt().equals(update.prompt()) || answer.tokens().size() != update.tokens().size()) {
            return false;
        }
        for (int t = 0; t < answer.tokens().size(); t++) {
            if (!answer.tokens().get(t).token().equals(update.tokens().get(t).token())
                    || answer.tokens().get(t).logp() != update.tokens().get(t).oldLogp()) {
                return false;
            }
        }
        return true;
    }

    private static AnswerTokens joined(
            LabEvents.Scored batch, LabEvents.AnswerScore answer, Optional<LabEvents.PpoUpdate> update) {
        var tokens = new ArrayList<Token>();
        for (int t = 0; t < answer.tokens().size(); t++) {
            int at = t;
            tokens.add(new Token(answer.tokens().get(t),
                    update.map(e -> e.tokens().get(at).ratio()).orElse(Double.NaN)));
        }
        return new AnswerTokens(answer.prompt(), answer.score(), batch.klCoef(),
                update.map(LabEvents.PpoUpdate::clip).orElse(Double.NaN), List.copyOf(tokens));
    }
}
