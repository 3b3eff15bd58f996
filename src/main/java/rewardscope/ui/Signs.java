package rewardscope.ui;

import java.util.Map;

/// What hyper-parameters are called on the screen: in Greek where the field writes Greek.
public final class Signs {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("epsilon", "ε"),
            Map.entry("lambda", "λ"),
            Map.entry("kappa", "κ"),
            Map.entry("tau", "τ"),
            Map.entry("theta", "θ"));

    private Signs() {}

    /// Empty for a parameter that has none.
    public static String of(String parameter) {
        return SIGNS.getOrDefault(parameter, "");
    }

    /// The sign, or the name in words.
    public static String orName(String parameter) {
        return SIGNS.getOrDefault(parameter, parameter.replace('-', ' '));
    }
}
