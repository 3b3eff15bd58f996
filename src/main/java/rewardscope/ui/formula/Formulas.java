package rewardscope.ui.formula;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import rewardscope.lesson.Nearest;

/// Lays formulas out and keeps them. Safe to use from any thread; the window lays out away from its own.
public final class Formulas {
    /// How much room limits and fractions take: in a line of text, or on a line of their own.
    public enum Style {
        INLINE(TeXConstants.STYLE_TEXT),
        DISPLAY(TeXConstants.STYLE_DISPLAY);

        private final int tex;

        Style(int tex) {
            this.tex = tex;
        }
    }

    /// Formulas kept before the cache starts over; a lesson has dozens.
    private static final int KEPT = 4_000;

    /// Commands that reach files or change what other formulas mean. A lesson is data and may do neither.
    private static final List<String> REFUSED = List.of(
            "\\includegraphics", "\\input", "\\newcommand", "\\renewcommand", "\\newenvironment", "\\renewenvironment",
            "\\def", "\\jlm", "\\makeat", "\\fcscore", "\\externalFont", "\\definecolor", "\\DeclareMath");

    private static final Pattern UNKNOWN = Pattern.compile("Unknown symbol or command.*'(\\w+)'");

    private static final Pattern NO_COMMAND = Pattern.compile("there is no command \\\\(\\w+)");

    /// What a mistyped command was probably meant to be.
    private static final List<String> USUAL_COMMANDS = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda",
            "Pi", "Sigma", "Phi", "Psi", "Omega", "frac", "sqrt", "sum", "prod", "int", "max", "min", "log", "ln", "exp", "hat",
            "bar", "tilde", "mathbb", "mathbf", "mathrm", "text", "left", "right", "leftarrow", "rightarrow", "cdot", "dots",
            "ldots", "mid", "sim", "propto", "approx", "infty", "nabla", "partial", "in", "le", "ge", "neq", "quad", "qquad",
            "begin", "end", "pmatrix", "top", "succ", "prec", "times", "ell", "operatorname");

    /// JLaTeXMath keeps its tables in static fields, whoever asks.
    private static final ReentrantLock TYPESETTER = new ReentrantLock();

    private static final float EM = 1000;

    /// Lengths in points (the space after a superscript) are right at about this size of type, in pixels.
    private static final float USUAL_SIZE = 24;

    record Key(String latex, Style style) {}

    private final ConcurrentHashMap<Key, FormulaLayout> cache = new ConcurrentHashMap<>();
    private volatile boolean grown;

    /// Takes up what was laid out on another day.
    ///
    /// @param file need not exist, and may hold anything
    public void recall(Path file) {
        cache.putAll(FormulaStore.read(file));
    }

    /// Keeps what is laid out for another day, if there is something new.
    ///
    /// @throws IOException if the file cannot be written; the formulas themselves are unharmed
    public void keep(Path file) throws IOException {
        if (grown) {
            grown = false;
            FormulaStore.write(file, Map.copyOf(cache));
        }
    }

    /// Loads the typesetter's tables and fonts, which takes a good part of a second; call it early, on any
    /// thread but the window's.
    public void warmUp() {
        layOut("\\sum_a \\pi(a) \\left[ \\frac{x}{\\sqrt{2}} \\right]", Style.DISPLAY);
    }

    /// Lays out a formula, or takes it from the cache.
    public FormulaLayout layOut(String latex, Style style) {
        var key = new Key(latex, style);
        FormulaLayout known = cache.get(key);
        if (known == null) {
            known = typeset(latex, style);
            if (cache.size() >= KEPT) {
                cache.clear();
            }
            cache.put(key, known);
            grown = true;
        }
        return known;
    }

    /// What is wrong with a formula, for its author.
    ///
    /// @param message without a full stop
    /// @param cure a sentence without its full stop, or empty
    public record Fault(String message, String cure) {}

    /// Whether a formula can be laid out at all; empty if it can. Keeps nothing.
    public static Optional<Fault> fault(String latex) {
        String plain = latex.replaceAll("\\\\.", "");
        long opened = plain.chars().filter(c -> c == '{').count();
        long closed = plain.chars().filter(c -> c == '}').count();
        if (opened != closed) { // the typesetter closes what is open as it likes
            return Optional.of(new Fault(
                    "the formula `" + latex.replaceAll("\\s+", " ") + "` opens " + opened + " braces and closes " + closed,
                    opened > closed ? "Close each `{` with a `}`" : "Open each `}` with a `{`"));
        }
        return typeset(latex, Style.DISPLAY).problem().map(sentence -> {
            var unknown = NO_COMMAND.matcher(sentence);
            String cure = unknown.matches()
                    ? Nearest.to(unknown.group(1), USUAL_COMMANDS).map(near -> "Did you mean `\\" + near + "`?").orElse("")
                    : "";
            return new Fault("the formula `" + latex.replaceAll("\\s+", " ") + "` cannot be set: " + sentence, cure);
        });
    }

    private static FormulaLayout typeset(String latex, Style style) {
        Optional<String> refused = REFUSED.stream().filter(latex::contains).findFirst();
        if (refused.isPresent()) {
            return FormulaLayout.broken(latex, "a formula may not use " + refused.get());
        }
        TYPESETTER.lock();
        try {
            Box box = new TeXFormula(latex).createTeXIcon(style.tex, USUAL_SIZE).getBox();
            var outlines = new OutlineGraphics();
            outlines.scale(EM, EM);
            box.draw(outlines, 0, 0);
            return new FormulaLayout(
                    latex,
                    box.getWidth(),
                    box.getHeight(),
                    box.getDepth(),
                    outlines.svg(),
                    SpokenFormula.of(latex),
                    Optional.empty());
        } catch (ParseException e) {
            return FormulaLayout.broken(latex, sentence(e));
        } catch (RuntimeException e) { // the library's parser also fails by running off its end
            return FormulaLayout.broken(latex, "something is missing or not closed");
        } finally {
            TYPESETTER.unlock();
        }
    }

    private static String sentence(ParseException e) {
        String message = e.getMessage() == null ? "" : e.getMessage().strip();
        if (message.isEmpty()) {
            return "something is missing or not closed";
        }
        var unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return "there is no command \\" + unknown.group(1);
        }
        String first = message.lines().findFirst().orElse(message);
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1).replaceAll("[.:]$", "");
    }
}
