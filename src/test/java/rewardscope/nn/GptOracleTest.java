package rewardscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import abacus.AbacusProvider;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeProvider;
import rewardscope.compute.Providers;
import rewardscope.compute.TestOpenCl;
import rewardscope.math.RandomStream;

/// A tiny GPT against an independent float64 computation: logits, loss, gradients, three AdamW steps.
class GptOracleTest {
    private static final JsonNode ORACLE = Oracle.read("transformer_untied");
    private static final JsonNode STEPS = ORACLE.get("adamw_3_steps");
    private static final int[] INPUTS = ints(ORACLE.get("inputs"));
    private static final int[] TARGETS = ints(ORACLE.get("targets"));

    static Stream<ComputeBackend> backends() {
        var own = Providers.discover().stream().filter(Providers.Found::usable).flatMap(f -> f.provider().stream());
        return Stream.of(own, TestOpenCl.provider().stream(), Stream.of(new AbacusProvider()))
                .flatMap(each -> each)
                .map((ComputeProvider p) -> p.create(2));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void logitsLossAndEveryGradientMatch(ComputeBackend backend) {
        Gpt gpt = gpt(backend);
        assertThat(gpt.size()).isEqualTo(ORACLE.get("config").get("parameters").asInt());
        var graph = new GptGraph(gpt, 2, 6);
        graph.forward(INPUTS, TARGETS);
        double loss = graph.meanLoss();
        graph.backward();
        assertThat(loss).isCloseTo(ORACLE.get("loss").asDouble(), within(1e-6));
        assertClose("logits", graph.logits().values(), ORACLE.get("logits"));
        assertClose("nll", graph.loss().values(), ORACLE.get("per_position_nll"));
        for (Tensor p : gpt.parameters()) {
            assertClose(p.name(), p.gradients(), flat(ORACLE.get("gradients"), p.name()));
        }
        JsonNode inside = ORACLE.get("intermediate");
        float[] residual = Arrays.copyOf(graph.activation("h1.out").values(), 48);
        assertClose("residual", residual, inside.get("residual_after_block1_seq0"));
        float[] weights = Arrays.copyOf(graph.activation("h0.attn.weights").values(), 72);
        assertClose("attention", weights, inside.get("attention_probs_layer0_seq0"));
        backend.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aShorterInputAndAMaskedLossMatch(ComputeBackend backend) {
        Gpt gpt = gpt(backend);
        var graph = new GptGraph(gpt, 1, 4);
        graph.forward(ints(ORACLE.get("shorter_input").get("input")));
        assertClose("logits", graph.logits().values(), ORACLE.get("shorter_input").get("logits"));
        int[] lastThree = IntStream.range(0, 12).map(i -> i % 6 < 3 ? -1 : TARGETS[i]).toArray();
        var masked = new GptGraph(gpt, 2, 6);
        masked.forward(INPUTS, lastThree);
        assertThat(masked.meanLoss())
                .isCloseTo(ORACLE.get("loss_only_last_three_positions_mean").asDouble(), within(1e-6));
        backend.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void everyParameterAfterThreeStepsOfAdamWMatches(ComputeBackend backend) {
        Gpt gpt = gpt(backend);
        JsonNode expected = STEPS.get("decay_on_all_parameters");
        threeSteps(gpt, GptOptimiser.Decay.ALL, Double.POSITIVE_INFINITY, expected);
        for (Tensor p : gpt.parameters()) {
            assertClose(p.name(), p.values(), flat(expected.get("params"), p.name()));
        }
        backend.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void decayOnMatricesAloneAndClippingMatch(ComputeBackend backend) {
        Gpt gpt = gpt(backend);
        JsonNode expected = STEPS.get("decay_only_on_matrices_nanogpt_style");
        threeSteps(gpt, GptOptimiser.Decay.MATRICES, Double.POSITIVE_INFINITY, expected);
        assertClose("g", gpt.get("h0.ln1.g").values(), expected.get("h0_ln1_g"));
        assertClose("W2", Arrays.copyOf(gpt.get("h1.mlp.down.w").values(), 32), expected.get("h1_mlp_W2_row0"));
        gpt = gpt(backend);
        expected = STEPS.get("with_grad_clip_norm_0_5_and_matrix_decay");
        threeSteps(gpt, GptOptimiser.Decay.MATRICES, 0.5, expected);
        assertClose("Wq", Arrays.copyOf(gpt.get("h0.attn.qkv.w").values(), 8), expected.get("h0_attn_Wq_row0"));
        backend.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void greedyTokensAndTheTemperedDistributionMatch(ComputeBackend backend) {
        Gpt gpt = gpt(backend);
        var sampler = new GptSampler(gpt, 1);
        int[] prompt = {1, 4};
        assertThat(sampler.generate(prompt, 10, Sampling.GREEDY, RandomStream.named(1, "s")))
                .containsExactly(ints(ORACLE.get("greedy_generation_from_1_4_ten_tokens_cropped_window_6")));
        sampler.reset();
        sampler.next(new int[] {1});
        double[] p = Sampling.temperature(0.7).probabilities(sampler.next(new int[] {4}), 0, 11);
        assertThat(p).containsExactly(
                Oracle.numbers(ORACLE.get("next_token_probs_after_1_4_temperature_0_7")), within(1e-5));
        backend.close();
    }

    private static void threeSteps(Gpt gpt, GptOptimiser.Decay decay, double clip, JsonNode expected) {
        var config = GptOptimiser.Config.adamW(
                LearningRate.constant(STEPS.get("lr").asDouble()), STEPS.get("weight_decay").asDouble(), decay, clip);
        var optimiser = new GptOptimiser(gpt, config);
        var graph = new GptGraph(gpt, 2, 6);
        for (int t = 0; t < 3; t++) {
            graph.forward(INPUTS, TARGETS);
            assertThat(graph.meanLoss()).isCloseTo(
                    expected.get("losses_before_each_step").get(t).asDouble(), within(2e-5));
            Tape.clearGradients(gpt.backend(), gpt.parameters());
            graph.backward();
            optimiser.step(optimiser.gradientNorm());
        }
        graph.forward(INPUTS, TARGETS);
        assertThat(graph.meanLoss()).isCloseTo(expected.get("loss_after").asDouble(), within(2e-5));
    }

    private static Gpt gpt(ComputeBackend backend) {
        var gpt = new Gpt(GptConfig.of(11, 8, 2, 2, 6), backend);
        for (Tensor p : gpt.parameters()) {
            p.set(floats(flat(ORACLE.get("params"), p.name())));
        }
        return gpt;
    }

    /// The reference's numbers for one of our tensors; queries, keys and values lie apart there.
    private static double[] flat(JsonNode reference, String name) {
        String h = name.contains(".") ? name.substring(0, name.indexOf('.')) : "";
        String[] names = switch (name.replaceFirst("^h\\d\\.", "")) {
            case "attn.qkv.w" -> new String[] {h + ".attn.Wq", h + ".attn.Wk", h + ".attn.Wv"};
            case "attn.qkv.b" -> new String[] {h + ".attn.bq", h + ".attn.bk", h + ".attn.bv"};
            case "attn.out.w" -> new String[] {h + ".attn.Wo"};
            case "attn.out.b" -> new String[] {h + ".attn.bo"};
            case "mlp.up.w" -> new String[] {h + ".mlp.W1"};
            case "mlp.up.b" -> new String[] {h + ".mlp.b1"};
            case "mlp.down.w" -> new String[] {h + ".mlp.W2"};
            case "mlp.down.b" -> new String[] {h + ".mlp.b2"};
            case "head.w" -> new String[] {"head.W"};
            default -> new String[] {name};
        };
        return Arrays.stream(names).flatMapToDouble(n -> Arrays.stream(Oracle.numbers(reference.get(n)))).toArray();
    }

    private static int[] ints(JsonNode node) {
        return Arrays.stream(Oracle.numbers(node)).mapToInt(v -> (int) v).toArray();
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static void assertClose(String name, float[] actual, JsonNode expected) {
        assertClose(name, actual, Oracle.numbers(expected));
    }

    /// 1e-4 relative, and 1e-6 absolute for entries close to 0.
    private static void assertClose(String name, float[] actual, double[] expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as(name + "[" + i + "]")
                    .isCloseTo(expected[i], within(1e-4 * Math.abs(expected[i]) + 1e-6));
        }
    }
}
