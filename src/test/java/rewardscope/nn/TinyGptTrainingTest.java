package rewardscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.Providers;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class TinyGptTrainingTest {
    private static final String TEXT = "the rat ran up the track and the rat ran down the track to the cheese. ".repeat(9);
    private static final CharVocabulary VOCABULARY = CharVocabulary.of(TEXT);

    private static TinyGptTraining training(String backend, int threads, boolean tied, double learningRate) {
        var model = new GptConfig(VOCABULARY.size(), 24, 2, 3, 20, tied, true);
        var optimiser = GptOptimiser.Config.adamW(new LearningRate(LearningRate.Shape.COSINE, learningRate, 0, 5, 60), 0.1,
                GptOptimiser.Decay.MATRICES, 1);
        var config = new TinyGptTraining.Config(model, 16, 20, optimiser);
        return new TinyGptTraining(config, VOCABULARY.encode(TEXT), 11, backend(backend, threads));
    }

    private static ComputeBackend backend(String name, int threads) {
        return Providers.named(Providers.discover(), name).create(threads);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFirstLossIsThatOfGuessingAndSixtyStepsMoreThanHalveIt(boolean tied) {
        var run = training("simd", 1, tied, 0.02);
        var first = run.step();
        assertThat(first.loss()).isCloseTo(Math.log(VOCABULARY.size()), within(0.1));
        assertThat(first.learningRate()).isEqualTo(0.02 / 5);
        var last = first;
        while (run.steps() < 60) {
            last = run.step();
        }
        assertThat(last.loss()).isLessThan(first.loss() / 2);
        assertThat(last.tokensSeen()).isEqualTo(60 * 16 * 20);
    }

    @Test
    void oneAndTwoThreadsTrainToTheSameBits() {
        var one = training("simd", 1, false, 0.01);
        var two = training("simd", 2, false, 0.01);
        for (int i = 0; i < 10; i++) {
            assertThat(two.step()).isEqualTo(one.step());
        }
        assertThat(Snapshot.of(two)).isEqualTo(Snapshot.of(one));
    }

    @ParameterizedTest
    @CsvSource({"simd, 1", "simd, 2", "ejml, 1", "ejml, 2"})
    void aRestoredRunGoesOnToTheSameBits(String backend, int threads) {
        var run = training(backend, threads, true, 0.01);
        for (int i = 0; i < 4; i++) {
            run.step();
        }
        var snapshot = Snapshot.of(run);
        var expected = new ArrayList<TinyGptTraining.Step>();
        for (int i = 0; i < 4; i++) {
            expected.add(run.step());
        }
        var end = Snapshot.of(run);
        var other = training(backend, 3 - threads, true, 0.01);
        snapshot.restore(other);
        assertThat(Stream.generate(other::step).limit(4)).isEqualTo(expected);
        assertThat(Snapshot.of(other)).isEqualTo(end);
    }

    @Test
    void aLossThatIsNotFiniteStopsTheRunAndLeavesTheWeights() {
        var run = training("simd", 1, false, 0.01);
        run.step();
        Tensor up = run.gpt().get("h1.mlp.up.w");
        float[] weights = up.values();
        weights[3] = Float.NaN;
        up.set(weights);
        var before = Snapshot.of(run.gpt());
        assertThatThrownBy(run::step).isInstanceOf(TrainingStopped.class).hasMessage("Step 2 stopped: the loss is not"
                + " a finite number. The first tensor concerned is h1.mlp.up.w. Try a smaller learning rate.");
        assertThat(Snapshot.of(run.gpt())).isEqualTo(before);
        assertThat(run.steps()).isEqualTo(1);
        assertThat(run.graph().activation("h0.out").values()).doesNotContain(Float.NaN);
    }

    @Test
    void everythingInBetweenHasItsNameAndItsShape() {
        var run = training("ejml", 1, false, 0.01);
        run.step();
        var names = run.graph().activations().stream().map(t -> t.name() + " " + t.shape()).toList();
        int N = 16 * 20;
        int V = VOCABULARY.size();
        var expected = new ArrayList<>(List.of(
                "embedding.token " + List.of(N, 24), "embedding.position " + List.of(N, 24), "embedding " + List.of(N, 24)));
        for (String h : List.of("h0.", "h1.")) {
            expected.addAll(List.of(
                    h + "ln1 " + List.of(N, 24),
                    h + "qkv " + List.of(N, 72),
                    h + "attn.weights " + List.of(16, 3, 20, 20),
                    h + "attn " + List.of(N, 24),
                    h + "mid " + List.of(N, 24),
                    h + "ln2 " + List.of(N, 24),
                    h + "mlp.pre " + List.of(N, 96),
                    h + "mlp " + List.of(N, 96),
                    h + "out " + List.of(N, 24)));
        }
        expected.addAll(List.of("lnf " + List.of(N, 24), "logits " + List.of(N, V), "scalar " + List.of(N, 1), "loss " + List.of(N)));
        assertThat(names).containsExactlyElementsOf(expected);
        assertThat(run.graph().activation("h0.mlp").values()).hasSize(N * 96).doesNotContain(Float.NaN);
        assertThat(run.graph().activation("h1.mid").gradients()).hasSize(N * 24).doesNotContain(Float.NaN);
        assertThatThrownBy(() -> run.graph().activation("h2.mlp")).hasMessageStartingWith("no activation is called h2.mlp");
    }

    @Test
    void weightsSurviveSafetensors(@TempDir Path folder) throws Exception {
        var run = training("simd", 1, false, 0.01);
        run.step();
        Path file = folder.resolve("tiny.safetensors");
        Safetensors.save(run.gpt(), file);
        var other = new Gpt(run.gpt().config(), backend("ejml", 1));
        Safetensors.load(other, file);
        assertThat(Snapshot.of(other)).isEqualTo(Snapshot.of(run.gpt()));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[8]).isEqualTo((byte) '{');
        bytes[7] = 0x7f; // a header longer than the file
        assertThatThrownBy(() -> Safetensors.read(bytes)).hasMessageContaining("does not fit");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9})
    void theKeyValueCacheGivesTheLogitsOfTheFullForward(int batch) {
        var run = training("simd", 1, true, 0.01);
        for (int i = 0; i < 5; i++) {
            run.step();
        }
        int V = VOCABULARY.size();
        var graph = new GptGraph(run.gpt(), batch, 20);
        var random = RandomStream.named(6, "ids");
        var ids = new int[batch * 20];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = random.below(V);
        }
        graph.forward(ids);
        float[] full = graph.logits().values();
        var sampler = new GptSampler(run.gpt(), batch);
        var tokens = new int[batch];
        for (int t = 0; t < 20; t++) {
            for (int b = 0; b < batch; b++) {
                tokens[b] = ids[b * 20 + t];
            }
            float[] step = sampler.next(tokens);
            for (int b = 0; b < batch; b++) {
                for (int v = 0; v < V; v++) {
                    assertThat(step[b * V + v]).isCloseTo(full[(b * 20 + t) * V + v], within(1e-4f));
                }
            }
        }
    }

    @Test
    void aPolicyGradientCanStartFromTheLogitsAndTheScalarHead() {
        var run = training("ejml", 1, false, 0.01);
        var graph = new GptGraph(run.gpt(), 1, 4);
        int V = VOCABULARY.size();
        graph.forward(new int[] {1, 2, 3, 4}, new int[] {2, 3, 4, 5});
        Tape.clearGradients(run.gpt().backend(), run.gpt().parameters());
        graph.backward();
        float[] fromLoss = run.gpt().get("wpe").gradients();
        float[] dLogits = graph.logits().gradients();
        Tape.clearGradients(run.gpt().backend(), run.gpt().parameters());
        graph.backward(dLogits);
        assertThat(run.gpt().get("wpe").gradients()).isEqualTo(fromLoss);
        graph.scalar().orElseThrow().setGradients(new float[] {0, 0, 0, 1});
        Tape.clearGradients(run.gpt().backend(), run.gpt().parameters());
        graph.backward(new float[4 * V]);
        assertThat(run.gpt().get("scalar.b").gradients()).containsExactly(1);
        assertThat(run.gpt().get("scalar.w").gradients())
                .containsExactly(Arrays.copyOfRange(graph.activation("lnf").values(), 72, 96));
    }

    @Test
    void schedulesWarmUpThenFall() {
        var linear = new LearningRate(LearningRate.Shape.LINEAR, 1, 0.2, 4, 12);
        assertThat(linear.at(0)).isEqualTo(0.25);
        assertThat(linear.at(4)).isEqualTo(1);
        assertThat(linear.at(8)).isCloseTo(0.6, within(1e-12));
        assertThat(linear.at(100)).isEqualTo(0.2);
        var cosine = new LearningRate(LearningRate.Shape.COSINE, 1, 0, 0, 10);
        assertThat(cosine.at(5)).isCloseTo(0.5, within(1e-12));
    }
}
