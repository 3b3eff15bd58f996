package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import rewardscope.agent.StepEvent;
import rewardscope.language.stage.LabEvents;
import rewardscope.language.stage.LabLook;
import rewardscope.language.world.Quality;
import rewardscope.language.world.WordVocabulary;

/// What the stage shows of the language lab: texts token by token, with what the last act knew about each token.
///
/// @param prompt what was asked; empty where every passage has its own, or there is none
/// @param facts a line of numbers about the act
/// @param quality the true quality of the (first) answer, by the rules of the world
record LabScene(String prompt, List<Passage> passages, List<Fact> facts, Optional<Quality> quality) {
    /// Tokens of a minibatch that are shown below answers: more would make all of them too small to be read from afar.
    private static final int SHOWN = 10;

    /// A number about the whole act.
    record Fact(String name, double value) {
        private static final Set<String> SIGNED =
                Set.of("reward", "implicit reward", "margin", "score", "return", "KL");

        /// Name and number, with a sign where it can be on either side of zero.
        String text() {
            return name + " " + (SIGNED.contains(name) ? Numbers.signed(value) : Numbers.brief(value));
        }
    }

    /// One number for each token, NaN where it has none.
    record Row(String label, double[] values) {}

    /// A text.
    ///
    /// @param mark what it is: `answer`, `✓ chosen`; told in words, never by colour alone
    /// @param lit the token that the act was about, −1 for none
    record Passage(String mark, List<String> tokens, int lit, List<Row> rows, List<Fact> facts) {}

    static LabScene of(LabLook look, Optional<StepEvent> event) {
        if (!look.samples().isEmpty() && event.isEmpty()) {
            return samples(look);
        }
        return switch (event.orElse(null)) {
            case LabEvents.TokenUpdate e -> update(e, look);
            case LabEvents.Answered e -> new LabScene(e.prompt(), List.of(plain("answer", e.answer())),
                    List.of(new Fact("mean quality so far", e.meanQuality()), new Fact("±", e.interval())),
                    Optional.of(new Quality(e.quality(), e.helpful(), e.honest(), e.harmless(), e.polite(),
                            e.fluent(), e.words())));
            case LabEvents.Labelled e -> labelled(e);
            case LabEvents.RewardUpdate e -> rewards(e, look);
            case LabEvents.Said e -> said(e, look);
            case LabEvents.Scored e -> scored(e);
            case LabEvents.PpoUpdate e -> pulled(e, look);
            case LabEvents.ReinforceUpdate e -> weighed(e, look);
            case LabEvents.DpoUpdate e -> margins(e, look);
            case null, default -> new LabScene("", List.of(), List.of(), Optional.empty());
        };
    }

    private static LabScene samples(LabLook look) {
        return new LabScene("", answers(look), List.of(), Optional.empty());
    }

    private static List<Passage> answers(LabLook look) {
        return look.samples().stream()
                .map(w -> new Passage("“" + w.prompt().text() + "”", words(w.answer()), -1, List.of(),
                        List.of(new Fact("true quality", w.quality().total()))))
                .toList();
    }

    private static LabScene update(LabEvents.TokenUpdate e, LabLook look) {
        var passages = new ArrayList<>(answers(look));
        int most = passages.isEmpty() ? e.tokens().size() : Math.min(SHOWN, e.tokens().size());
        var shown = new ArrayList<>(e.tokens().subList(0, most));
        if (most < e.tokens().size()) {
            shown.add(new LabEvents.TokenLogp("…", Double.NaN, Double.NaN));
        }
        passages.add(new Passage("to be said", shown.stream().map(t -> WordVocabulary.visible(t.token())).toList(), -1,
                List.of(row("log π", shown, LabEvents.TokenLogp::logp)), List.of()));
        boolean asked = !e.context().isBlank() && e.stage().equals("fine-tune");
        return new LabScene(asked ? e.context() : "", List.copyOf(passages), List.of(), Optional.empty());
    }

    private static LabScene labelled(LabEvents.Labelled e) {
        var passages = e.answers().stream()
                .map(a -> new Passage(e.answers().size() == 2
                                ? a.rank() == 1 ? "✓ chosen" : "✗ rejected"
                                : "rank " + a.rank(),
                        words(a.answer()), -1, List.of(),
                        List.of(new Fact("utility", a.utility()), new Fact("true quality", a.quality().total()))))
                .toList();
        return new LabScene(e.prompt(), passages, List.of(new Fact("P(first ≻ second)", e.probability())),
                Optional.empty());
    }

    private static LabScene rewards(LabEvents.RewardUpdate e, LabLook look) {
        if (e.pairs().isEmpty()) {
            return samples(look);
        }
        var pair = e.pairs().getFirst();
        return new LabScene(pair.prompt(), List.of(
                new Passage("✓ chosen", words(pair.chosen()), -1, List.of(),
                        List.of(new Fact("reward", pair.chosenReward()), quality(look, pair.prompt(), pair.chosen()))),
                new Passage("✗ rejected", words(pair.rejected()), -1, List.of(),
                        List.of(new Fact("reward", pair.rejectedReward()),
                                quality(look, pair.prompt(), pair.rejected())))),
                List.of(new Fact("margin", pair.chosenReward() - pair.rejectedReward()),
                        new Fact("P(chosen ≻ rejected)", pair.probability()), new Fact("loss", pair.loss())),
                Optional.empty());
    }

    private static LabScene margins(LabEvents.DpoUpdate e, LabLook look) {
        if (e.pairs().isEmpty()) {
            return samples(look);
        }
        var pair = e.pairs().getFirst();
        return new LabScene(pair.prompt(), List.of(
                new Passage("✓ chosen", words(pair.chosen()), -1, List.of(),
                        List.of(new Fact("implicit reward", pair.chosenReward()), new Fact("log π", pair.chosenLogp()),
                                new Fact("log π ref", pair.refChosenLogp()),
                                quality(look, pair.prompt(), pair.chosen()))),
                new Passage("✗ rejected", words(pair.rejected()), -1, List.of(),
                        List.of(new Fact("implicit reward", pair.rejectedReward()),
                                new Fact("log π", pair.rejectedLogp()), new Fact("log π ref", pair.refRejectedLogp()),
                                quality(look, pair.prompt(), pair.rejected())))),
                List.of(new Fact("margin", pair.margin()), new Fact("loss", pair.loss())),
                Optional.empty());
    }

    private static LabScene said(LabEvents.Said e, LabLook look) {
        var tokens = new ArrayList<>(words(e.said()).stream().filter(t -> !ends(t)).toList());
        if (e.terminated()) {
            tokens.add(WordVocabulary.visible(e.token()));
        }
        var candidates = e.candidates().stream().map(LabEvents.Candidate::token).toList();
        return new LabScene(e.prompt(), List.of(
                new Passage("answer", List.copyOf(tokens), tokens.size() - 1, List.of(), List.of()),
                new Passage("it could say", candidates.stream().map(WordVocabulary::visible).toList(),
                        candidates.indexOf(e.token()),
                        List.of(row("π", e.candidates(), LabEvents.Candidate::probability)), List.of())),
                List.of(new Fact("log π", e.logp()), new Fact("entropy", e.entropy())),
                e.terminated() || e.truncated() ? judged(look, e.prompt(), words(e.said())) : Optional.empty());
    }

    private static LabScene scored(LabEvents.Scored e) {
        if (e.answers().isEmpty()) {
            return new LabScene("", List.of(), List.of(), Optional.empty());
        }
        var answer = e.answers().getFirst();
        var tokens = answer.tokens();
        return new LabScene(answer.prompt(), List.of(
                new Passage("answer", tokens.stream().map(t -> WordVocabulary.visible(t.token())).toList(), -1,
                        List.of(row("log π", tokens, LabEvents.TokenScore::logp),
                                row("log π ref", tokens, LabEvents.TokenScore::refLogp),
                                row("KL", tokens, LabEvents.TokenScore::logRatio),
                                row("reward", tokens, LabEvents.TokenScore::reward),
                                row("value", tokens, LabEvents.TokenScore::value),
                                row("advantage", tokens, LabEvents.TokenScore::advantage)),
                        List.of())),
                List.of(new Fact("score", answer.score()), new Fact("KL", answer.kl()),
                        new Fact("return", answer.penalisedReturn())),
                Optional.of(answer.quality()));
    }

    private static LabScene pulled(LabEvents.PpoUpdate e, LabLook look) {
        return new LabScene(e.prompt(), List.of(
                new Passage("answer", e.tokens().stream().map(t -> WordVocabulary.visible(t.token())).toList(), -1,
                        List.of(row("log π", e.tokens(), LabEvents.TokenPull::logp),
                                row("log π old", e.tokens(), LabEvents.TokenPull::oldLogp),
                                row("ratio", e.tokens(), LabEvents.TokenPull::ratio),
                                row("clipped", e.tokens(), LabEvents.TokenPull::clippedRatio),
                                row("value", e.tokens(), LabEvents.TokenPull::value),
                                row("advantage", e.tokens(), LabEvents.TokenPull::advantage)),
                        List.of())),
                List.of(new Fact("clip", e.clip()), new Fact("clip fraction", e.clipFraction())),
                judged(look, e.prompt(), e.tokens().stream().map(LabEvents.TokenPull::token).toList()));
    }

    private static LabScene weighed(LabEvents.ReinforceUpdate e, LabLook look) {
        return new LabScene(e.prompt(), List.of(
                new Passage("answer", e.tokens().stream().map(t -> WordVocabulary.visible(t.token())).toList(), -1,
                        List.of(row("log π", e.tokens(), LabEvents.TokenWeight::logp),
                                row("return", e.tokens(), LabEvents.TokenWeight::ret),
                                row("baseline", e.tokens(), LabEvents.TokenWeight::baseline),
                                row("advantage", e.tokens(), LabEvents.TokenWeight::advantage)),
                        List.of())),
                List.of(new Fact("KL coefficient", e.klCoef())),
                judged(look, e.prompt(), e.tokens().stream().map(LabEvents.TokenWeight::token).toList()));
    }

    private static Passage plain(String mark, String text) {
        return new Passage(mark, words(text), -1, List.of(), List.of());
    }

    private static <T> Row row(String label, List<T> tokens, ToDoubleFunction<T> number) {
        return new Row(label, tokens.stream().mapToDouble(number).toArray());
    }

    private static Fact quality(LabLook look, String prompt, String answer) {
        return new Fact("true quality", judged(look, prompt, answer).map(Quality::total).orElse(Double.NaN));
    }

    private static Optional<Quality> judged(LabLook look, String prompt, List<String> tokens) {
        return judged(look, prompt, String.join(" ", tokens.stream().filter(t -> !ends(t)).toList()));
    }

    /// By the rules of the world; an answer that is as long as answers may be never came to its end.
    private static Optional<Quality> judged(LabLook look, String prompt, String answer) {
        var world = look.world();
        if (!words(answer).stream().allMatch(world.vocabulary()::knows)) {
            return Optional.empty();
        }
        int[] ended = world.ended(answer);
        int most = world.grammar().answerTokens();
        return world.prompts().stream()
                .filter(p -> p.text().equals(prompt))
                .findFirst()
                .map(p -> world.judge(p, ended.length > most ? Arrays.copyOf(ended, most) : ended));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static boolean ends(String token) {
        return token.equals(WordVocabulary.END_WORD);
    }
}
