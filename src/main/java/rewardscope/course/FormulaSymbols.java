package rewardscope.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the glossary's symbols in a formula: `Q(S_t,a) + \alpha\,\delta_t` has α, Q, S and δ. The longest symbol that fits
/// wins, so that `\hat A` is an advantage and no action.
public final class FormulaSymbols {
    private static final Pattern TOKEN = Pattern.compile(
            "\\\\(?:text|mathrm|operatorname|mbox)\\s*\\{[^}]*}|\\\\[a-zA-Z]+|\\\\.|[A-Za-z]|[0-9.]+|\\S");
    /// Other names that are symbols: one letter, perhaps with an index, or a command.
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z](_.+)?|\\\\[a-zA-Z]+(\\{.+})?");

    private static final Set<String> NOTHING = Set.of(
            "\\,", "\\;", "\\!", "\\:", "\\ ", "\\left", "\\right", "\\big", "\\Big", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr",
            "{", "}");

    private record Symbol(List<String> tokens, Glossary.Entry entry) {}

    private final Glossary glossary;
    private final List<Symbol> symbols = new ArrayList<>();

    public FormulaSymbols(Glossary glossary) {
        this.glossary = glossary;
        for (var entry : glossary.entries()) {
            Stream.concat(entry.symbol().stream(), entry.also().stream().filter(SYMBOL.asMatchPredicate()))
                    .forEach(latex -> symbols.add(new Symbol(tokens(latex), entry)));
        }
    }

    /// The entry of one term of an equation.
    ///
    /// @param component its name in the code: `tdError`
    /// @param latex its symbol, without dollars: `\delta`
    public Optional<Glossary.Entry> term(String component, String latex) {
        return glossary.named(component).or(() -> in(latex).stream().findFirst());
    }

    /// The entries of a formula's symbols, in the order in which they first stand there.
    ///
    /// @param latex without dollars
    public List<Glossary.Entry> in(String latex) {
        var found = new LinkedHashSet<Glossary.Entry>();
        List<String> tokens = tokens(latex);
        int at = 0;
        while (at < tokens.size()) {
            var symbol = longestAt(tokens, at);
            if (at > 0 && tokens.get(at - 1).equals("_") && tokens.get(at).matches("[a-z]")) {
                symbol = Optional.empty(); // an index says which one, and is no quantity: the t of R_t
            }
            symbol.ifPresent(s -> found.add(s.entry()));
            at += symbol.map(Symbol::tokens).map(List::size).orElse(1);
        }
        return List.copyOf(found);
    }

    private Optional<Symbol> longestAt(List<String> tokens, int at) {
        Optional<Symbol> best = Optional.empty();
        for (Symbol symbol : symbols) {
            int end = at + symbol.tokens().size();
            if (end <= tokens.size()
                    && tokens.subList(at, end).equals(symbol.tokens())
                    && best.filter(b -> b.tokens().size() >= symbol.tokens().size()).isEmpty()) {
                best = Optional.of(symbol);
            }
        }
        return best;
    }

    private static List<String> tokens(String latex) {
        return TOKEN.matcher(latex)
                .results()
                .map(match -> match.group())
                .filter(token -> !NOTHING.contains(token))
                .toList();
    }
}
