package rewardscope.language.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import rewardscope.math.RandomStream;

/// A toy world: its words, its prompts, what people write in it, and how good an answer is. It never changes.
public final class World {
    private final Grammar grammar;
    private final WordVocabulary vocabulary;
    private final List<Prompt> prompts;
    private final Map<String, List<String>> objects = new TreeMap<>(); // by relation
    private final Judge judge;

    public World(Grammar grammar) {
        this.grammar = grammar;
        for (String relation : grammar.relations().keySet()) {
            var all = new TreeSet<String>();
            grammar.facts().values().forEach(facts -> {
                String object = facts.get(relation);
                if (object != null) {
                    all.add(object);
                }
            });
            objects.put(relation, List.copyOf(all));
        }
        vocabulary = new WordVocabulary(List.copyOf(words()));
        prompts = List.copyOf(makePrompts());
        judge = new Judge(grammar, phrases());
    }

    public Grammar grammar() {
        return grammar;
    }

    public WordVocabulary vocabulary() {
        return vocabulary;
    }

    /// Every question that can be asked.
    public List<Prompt> prompts() {
        return prompts;
    }

    /// The prompts that are demonstrated and labelled, or those that are kept for testing.
    public List<Prompt> prompts(boolean heldOut) {
        return prompts.stream().filter(prompt -> prompt.heldOut() == heldOut).toList();
    }

    /// Tokens of the longest prompt, the mark in front of it included.
    public int longestPrompt() {
        return 1 + prompts.stream().mapToInt(prompt -> prompt.tokens().length).max().orElse(0);
    }

    public Quality judge(Prompt prompt, int[] answer) {
        return judge.judge(prompt, answer);
    }

    /// The documents that everybody has read: statements of facts, and questions with the answers that people give. Each
    /// begins with the mark between documents.
    public List<int[]> corpus(RandomStream random) {
        var statements = phrases().stream().filter(this::so).toList();
        var documents = new ArrayList<int[]>();
        for (int i = 0; i < grammar.documents(); i++) {
            if (!statements.isEmpty() && random.chance(grammar.statements())) {
                var words = statements.get(random.below(statements.size())).tokens();
                documents.add(joined(words, vocabulary.encode(grammar.fullStop())));
            } else {
                Prompt prompt = prompts.get(random.below(prompts.size()));
                documents.add(joined(prompt.tokens(), vocabulary.encode(answer(prompt, grammar.corpus(), random))));
            }
        }
        return documents;
    }

    private boolean so(Phrase phrase) {
        return phrase.kind() == Phrase.Kind.STATEMENT && !phrase.subject().isEmpty()
                && phrase.object().equals(
                        grammar.facts().getOrDefault(phrase.subject(), Map.of()).get(phrase.relation()));
    }

    private static int[] joined(int[] first, int[] second) {
        var all = new int[1 + first.length + second.length];
        System.arraycopy(first, 0, all, 1, first.length);
        System.arraycopy(second, 0, all, 1 + first.length, second.length);
        return all;
    }

    /// An answer by somebody who is paid for good ones, the end mark included.
    public int[] demonstration(Prompt prompt, RandomStream random) {
        return ended(answer(prompt, grammar.demonstrations(), random));
    }

    /// Tokens of an answer in words, with the end mark.
    public int[] ended(String answer) {
        int[] words = vocabulary.encode(answer);
        return Arrays.copyOf(words, words.length + 1);
    }

    /// What a writer with such habits answers.
    public String answer(Prompt prompt, Grammar.Habits habits, RandomStream random) {
        var text = new StringBuilder();
        boolean polite = random.chance(habits.polite());
        boolean rude = !polite && random.chance(habits.rude());
        var manners = polite ? grammar.polite() : grammar.rude();
        boolean minds = polite || rude;
        boolean opens = minds && !manners.opening().isEmpty()
                && (manners.closing().isEmpty() || random.chance(0.5));
        add(text, opens ? any(manners.opening(), random) : "");
        add(text, core(prompt, habits, random));
        add(text, !grammar.padding().isEmpty() && random.chance(habits.pads())
                ? any(grammar.padding(), random)
                : "");
        add(text, minds && !opens && !manners.closing().isEmpty() ? any(manners.closing(), random) : "");
        add(text, grammar.fullStop());
        return text.toString();
    }

    private String core(Prompt prompt, Grammar.Habits habits, RandomStream random) {
        return switch (prompt.kind()) {
            case FACT -> {
                if (!grammar.unknown().isEmpty() && random.chance(habits.shirks())) {
                    yield any(grammar.unknown(), random);
                }
                String object = random.chance(habits.right())
                        ? prompt.object()
                        : any(objects.getOrDefault(prompt.relation(), List.of()), random);
                yield statement(prompt.subject(), prompt.relation(), object);
            }
            case UNKNOWN -> random.chance(habits.admits())
                    ? any(grammar.unknown(), random)
                    : statement(prompt.subject(), prompt.relation(),
                            any(objects.getOrDefault(prompt.relation(), List.of()), random));
            case FORBIDDEN -> random.chance(habits.refuses())
                    ? any(grammar.refusals(), random)
                    : deed(grammar.forbidden().help(), prompt.subject(), prompt.relation());
        };
    }

    private static String any(List<String> phrases, RandomStream random) {
        return phrases.get(random.below(phrases.size()));
    }

    private static void add(StringBuilder text, String phrase) {
        if (!phrase.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(phrase);
        }
    }

    private String statement(String subject, String relation, String object) {
        Grammar.Relation found = grammar.relations().get(relation);
        return (found == null ? "" : found.tell()).replace("<subject>", subject).replace("<object>", object);
    }

    private static String deed(String template, String deed, String thing) {
        return template.replace("<deed>", deed).replace("<thing>", thing);
    }

    private List<Prompt> makePrompts() {
        var known = new ArrayList<Prompt>();
        var unknown = new ArrayList<Prompt>();
        grammar.facts().forEach((subject, facts) -> grammar.relations().forEach((name, relation) -> {
            String object = facts.getOrDefault(name, "");
            String text = relation.ask().replace("<subject>", subject);
            var kind = object.isEmpty() ? Prompt.Kind.UNKNOWN : Prompt.Kind.FACT;
            (object.isEmpty() ? unknown : known).add(
                    new Prompt(0, kind, text, vocabulary.encode(text), false, subject, name, object));
        }));
        var forbidden = new ArrayList<Prompt>();
        for (String deed : grammar.forbidden().deeds()) {
            for (String thing : grammar.forbidden().things()) {
                String text = deed(grammar.forbidden().ask(), deed, thing);
                forbidden.add(new Prompt(0, Prompt.Kind.FORBIDDEN, text, vocabulary.encode(text), false, deed, thing,
                        ""));
            }
        }
        var all = new ArrayList<Prompt>();
        var random = RandomStream.named(1, "held-out prompts"); // the split belongs to the world, not to a run
        for (var prompts : List.of(known, unknown, forbidden)) {
            var drawn = new LinkedHashSet<Integer>();
            while (drawn.size() < Math.round(grammar.heldOut() * prompts.size())) {
                drawn.add(random.below(prompts.size()));
            }
            for (int i = 0; i < prompts.size(); i++) {
                Prompt p = prompts.get(i);
                all.add(new Prompt(all.size(), p.kind(), p.text(), p.tokens(), drawn.contains(i), p.subject(),
                        p.relation(), p.object()));
            }
        }
        return all;
    }

    private List<Phrase> phrases() {
        var all = new ArrayList<Phrase>();
        grammar.relations().forEach((name, relation) -> {
            boolean named = relation.tell().contains("<subject>");
            Collection<String> subjects = named ? grammar.facts().keySet() : List.of("");
            for (String subject : subjects) {
                for (String object : objects.getOrDefault(name, List.of())) {
                    all.add(new Phrase(Phrase.Kind.STATEMENT,
                            vocabulary.encode(statement(subject, name, object)), subject, name, object));
                }
            }
        });
        for (String deed : grammar.forbidden().deeds()) {
            for (String thing : grammar.forbidden().things()) {
                all.add(new Phrase(Phrase.Kind.HELP, vocabulary.encode(deed(grammar.forbidden().help(), deed, thing)),
                        deed, thing, ""));
            }
        }
        addAll(all, Phrase.Kind.UNKNOWN, grammar.unknown());
        addAll(all, Phrase.Kind.REFUSAL, grammar.refusals());
        addAll(all, Phrase.Kind.POLITE, grammar.polite().opening());
        addAll(all, Phrase.Kind.POLITE, grammar.polite().closing());
        addAll(all, Phrase.Kind.RUDE, grammar.rude().opening());
        addAll(all, Phrase.Kind.RUDE, grammar.rude().closing());
        addAll(all, Phrase.Kind.PADDING, grammar.padding());
        addAll(all, Phrase.Kind.STOP, grammar.fullStop().isEmpty() ? List.of() : List.of(grammar.fullStop()));
        return all;
    }

    private void addAll(List<Phrase> all, Phrase.Kind kind, List<String> phrases) {
        phrases.forEach(text -> all.add(new Phrase(kind, vocabulary.encode(text), "", "", "")));
    }

    /// Every word, in the order in which the grammar first uses it.
    private Collection<String> words() {
        var words = new LinkedHashSet<String>();
        grammar.relations().values().forEach(relation -> {
            collect(relation.ask(), words);
            collect(relation.tell(), words);
        });
        grammar.facts().forEach((subject, facts) -> collect(subject, words));
        objects.values().forEach(list -> list.forEach(object -> collect(object, words)));
        var forbidden = grammar.forbidden();
        collect(forbidden.ask(), words);
        collect(forbidden.help(), words);
        forbidden.deeds().forEach(deed -> collect(deed, words));
        forbidden.things().forEach(thing -> collect(thing, words));
        for (var phrases : List.of(grammar.unknown(), grammar.refusals(), grammar.polite().opening(),
                grammar.polite().closing(), grammar.rude().opening(), grammar.rude().closing(), grammar.padding())) {
            phrases.forEach(phrase -> collect(phrase, words));
        }
        collect(grammar.fullStop(), words);
        return words;
    }

    private static void collect(String text, Collection<String> words) {
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty() && !word.startsWith("<")) {
                words.add(word);
            }
        }
    }
}
