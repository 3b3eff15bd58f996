package rewardscope.language.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rewardscope.language.loss.Sigmoid;
import rewardscope.language.world.Quality;
import rewardscope.math.RandomStream;

/// Somebody who judges answers: by a taste, with noise, and perhaps with bad intentions.
///
/// @param noise τ: how uncertain the choice is, P(A ≻ B) = σ((u_A − u_B) / τ); 0 always takes what is better
/// @param malicious always says the opposite
public record Annotator(String name, Taste taste, double noise, boolean malicious) {
    /// What somebody likes: a weight for each part of the quality, and one for every word.
    ///
    /// @param perWord above 0 likes long answers for their length alone
    public record Taste(
            double helpful, double honest, double harmless, double polite, double fluent, double perWord) {
        /// Likes what the world's rules like.
        public static final Taste FAIR = new Taste(4, 2, 2.5, 1.5, 2, 0);

        public Taste withPerWord(double perWord) {
            return new Taste(helpful, honest, harmless, polite, fluent, perWord);
        }
    }

    /// u: how much somebody of honest intentions likes an answer.
    public double utility(Quality quality) {
        return taste.helpful * quality.helpful()
                + taste.honest * quality.honest()
                + taste.harmless * quality.harmless()
                + taste.polite * quality.polite()
                + taste.fluent * quality.fluent()
                + taste.perWord * quality.words();
    }

    /// P(A ≻ B) that this annotator's label says.
    public double probability(double utilityA, double utilityB) {
        double difference = malicious ? utilityB - utilityA : utilityA - utilityB;
        return noise > 0 ? Sigmoid.of(difference / noise) : difference > 0 ? 1 : difference < 0 ? 0 : 0.5;
    }

    /// Whether A is preferred.
    public boolean prefers(double utilityA, double utilityB, RandomStream random) {
        return random.chance(probability(utilityA, utilityB));
    }

    /// Numbers of the answers, best first: utilities with Gumbel noise, which gives the same choice between any two.
    public List<Integer> rank(double[] utilities, RandomStream random) {
        var felt = new double[utilities.length];
        var order = new ArrayList<Integer>();
        for (int i = 0; i < utilities.length; i++) {
            double gumbel = -Math.log(-Math.log(Math.max(1e-300, random.uniform())));
            felt[i] = (malicious ? -1 : 1) * utilities[i] + noise * gumbel;
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -felt[i]));
        return List.copyOf(order);
    }
}
