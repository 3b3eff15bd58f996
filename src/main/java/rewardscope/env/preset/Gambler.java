package rewardscope.env.preset;

/// Writes out the gambler's problem (Sutton & Barto, example 4.3), which has a transition for every capital, stake and
/// side of the coin.
final class Gambler {
    private static final int GOAL = 100;
    private static final String HEADS = "0.4";
    private static final String TAILS = "0.6";

    private Gambler() {}

    static String yaml() {
        var yaml = new StringBuilder(400_000);
        yaml.append("# The gambler's problem, Sutton & Barto, example 4.3: stake on heads (0.4) up to 100.\n");
        yaml.append("# Discount: gamma 1. Value iteration finds the chance of reaching 100 from every capital.\n");
        yaml.append("type: mdp\nstates: [");
        for (int capital = 0; capital <= GOAL; capital++) {
            yaml.append(capital == 0 ? "" : ", ").append('"').append(capital).append('"');
        }
        yaml.append("]\nactions: [");
        for (int stake = 1; stake <= GOAL / 2; stake++) {
            yaml.append(stake == 1 ? "" : ", ").append('"').append(stake).append('"');
        }
        yaml.append("]\nterminal: [\"0\", \"").append(GOAL).append("\"]\ntransitions:\n");
        for (int capital = 1; capital < GOAL; capital++) {
            for (int stake = 1; stake <= Math.min(capital, GOAL - capital); stake++) {
                transition(yaml, capital, stake, capital + stake, HEADS);
                transition(yaml, capital, stake, capital - stake, TAILS);
            }
        }
        return yaml.toString();
    }

    private static void transition(StringBuilder yaml, int capital, int stake, int next, String p) {
        yaml.append("  - {from: \"").append(capital).append("\", action: \"").append(stake);
        yaml.append("\", to: \"").append(next).append("\", p: ").append(p);
        yaml.append(next == GOAL ? ", reward: 1}\n" : "}\n");
    }
}
