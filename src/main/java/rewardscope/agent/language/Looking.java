package rewardscope.agent.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import rewardscope.math.RandomStream;
import rewardscope.nn.CharVocabulary;
import rewardscope.nn.Gpt;
import rewardscope.nn.GptGraph;
import rewardscope.nn.GptSampler;
import rewardscope.nn.Sampling;

/// Looks into a GPT without changing it: lets it write, reads its attention, and lays its embeddings flat.
final class Looking {
    private static final int SAMPLE = 96;
    private static final int CANDIDATES = 8;
    private static final Sampling SAMPLING = Sampling.temperature(0.8);

    private final Gpt gpt;
    private final CharVocabulary vocabulary;
    private final List<String> tokens;
    private final int[] prompt;
    private final GptGraph graph;
    private final GptSampler sampler;

    Looking(Gpt gpt, CharVocabulary vocabulary, int[] prompt) {
        this.gpt = gpt;
        this.vocabulary = vocabulary;
        this.prompt = prompt.clone();
        tokens = vocabulary.characters().codePoints().mapToObj(Character::toString).toList();
        graph = new GptGraph(gpt, 1, prompt.length);
        sampler = new GptSampler(gpt, 1);
    }

    /// @param tokensPerUpdate handed on
    LanguageLook look(long step, int tokensPerUpdate) {
        graph.forward(prompt);
        var shown = Arrays.stream(prompt).mapToObj(tokens::get).toList();
        var broken = graph.firstNonFinite();
        if (broken.isPresent()) {
            String why = "The numbers in " + broken.get().name() + " are no longer finite: there is nothing to see.";
            return new LanguageLook(tokens, shown, "", List.of(), new double[0], new double[0][][][], new double[0][],
                    0, tokensPerUpdate, Optional.of(why));
        }
        int V = tokens.size();
        float[] logits = graph.logits().values();
        var next = new ArrayList<List<LanguageLook.Candidate>>();
        var given = new double[prompt.length];
        Arrays.fill(given, Double.NaN);
        for (int t = 0; t < prompt.length; t++) {
            double[] p = Sampling.temperature(1).probabilities(logits, t * V, V);
            next.add(likeliest(p));
            if (t + 1 < prompt.length) {
                given[t + 1] = p[prompt[t + 1]];
            }
        }
        var flat = flat();
        return new LanguageLook(
                tokens,
                shown,
                sample(RandomStream.named(step, "sample")),
                List.copyOf(next),
                given,
                attention(),
                flat.points,
                flat.explained,
                tokensPerUpdate,
                Optional.empty());
    }

    private List<LanguageLook.Candidate> likeliest(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> -p[t]))
                .limit(CANDIDATES)
                .map(t -> new LanguageLook.Candidate(tokens.get(t), p[t]))
                .toList();
    }

    /// Writes on; where the positions end, it goes on from the second half of what it has.
    private String sample(RandomStream random) {
        sampler.refresh();
        int block = gpt.config().block();
        var text = Arrays.copyOf(prompt, prompt.length + SAMPLE);
        int fed = 0;
        for (int n = prompt.length; n < text.length; n++) {
            if (sampler.position() == block) {
                sampler.reset();
                fed = n - block / 2;
            }
            float[] logits = new float[0];
            while (fed < n) {
                logits = sampler.next(new int[] {text[fed++]});
            }
            text[n] = SAMPLING.draw(logits, 0, tokens.size(), random);
        }
        return vocabulary.decode(Arrays.copyOfRange(text, prompt.length, text.length));
    }

    private double[][][][] attention() {
        int L = gpt.config().layers();
        int H = gpt.config().heads();
        int T = prompt.length;
        var maps = new double[L][H][T][T];
        for (int l = 0; l < L; l++) {
            float[] weights = graph.activation("h" + l + ".attn.weights").values();
            for (int i = 0; i < H * T * T; i++) {
                maps[l][i / (T * T)][i / T % T][i % T] = weights[i];
            }
        }
        return maps;
    }

    private record Flat(double[][] points, double explained) {}

    /// Principal components of the token embeddings, the largest entry of each component positive.
    private Flat flat() {
        float[] wte = gpt.get("wte").values();
        int V = tokens.size();
        int C = gpt.config().channels();
        var x = new SimpleMatrix(V, C);
        for (int c = 0; c < C; c++) {
            double mean = 0;
            for (int t = 0; t < V; t++) {
                mean += wte[t * C + c] / V;
            }
            for (int t = 0; t < V; t++) {
                x.set(t, c, wte[t * C + c] - mean);
            }
        }
        var svd = x.svd(true);
        double[] sigma = svd.getSingularValues();
        double total = Arrays.stream(sigma).map(s -> s * s).sum();
        var points = new double[V][2];
        double held = 0;
        for (int k = 0; k < Math.min(2, sigma.length); k++) {
            int most = 0;
            for (int c = 1; c < C; c++) {
                most = Math.abs(svd.getV().get(c, k)) > Math.abs(svd.getV().get(most, k)) ? c : most;
            }
            double sign = Math.signum(svd.getV().get(most, k));
            for (int t = 0; t < V; t++) {
                points[t][k] = sign * sigma[k] * svd.getU().get(t, k);
            }
            held += sigma[k] * sigma[k];
        }
        return new Flat(points, total > 0 ? held / total : 0);
    }
}
