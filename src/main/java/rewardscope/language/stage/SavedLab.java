package rewardscope.language.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.language.feedback.LabelStore;
import rewardscope.nn.Safetensors;
import rewardscope.nn.Tensor;

/// Networks, words and labels in a folder.
final class SavedLab {
    private static final String WORDS = "vocabulary.txt";
    private static final String LABELS = "labels.jsonl";
    private static final String SCALE = "reward.scale";

    private SavedLab() {}

    static void save(Lab lab, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : lab.networks()) {
            var entries = new LinkedHashMap<String, Safetensors.Entry>();
            for (Tensor p : lab.network(name).gpt().parameters()) {
                entries.put(p.name(), new Safetensors.Entry(p.shape(), p.values()));
            }
            if (name.equals("reward")) {
                entries.put(SCALE, new Safetensors.Entry(
                        List.of(2), new float[] {(float) lab.rewardMean, (float) lab.rewardDeviation}));
            }
            Files.write(folder.resolve(name + ".safetensors"), Safetensors.write(entries));
        }
        Files.write(folder.resolve(WORDS), lab.world.vocabulary().words(), StandardCharsets.UTF_8);
        LabelStore.save(folder.resolve(LABELS), lab.labels);
    }

    static void load(Lab lab, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + ".");
        }
        Path words = folder.resolve(WORDS);
        if (!Files.isRegularFile(words)
                || !Files.readAllLines(words, StandardCharsets.UTF_8).equals(lab.world.vocabulary().words())) {
            throw new IOException("The models in " + folder + " speak other words than this world.");
        }
        Map<String, Map<String, Safetensors.Entry>> found = new LinkedHashMap<>();
        for (String name : Lab.NETWORKS) {
            Path file = folder.resolve(name + ".safetensors");
            if (Files.isRegularFile(file)) {
                found.put(name, Safetensors.read(Files.readAllBytes(file)));
            }
        }
        var labels = new ArrayList<>(lab.labels);
        if (Files.isRegularFile(folder.resolve(LABELS))) {
            labels.addAll(LabelStore.read(folder.resolve(LABELS)).labels());
        }
        var old = new LinkedHashMap<String, Network>();
        lab.networks().forEach(name -> old.put(name, lab.network(name)));
        try {
            for (var file : found.entrySet()) {
                fill(lab.create(file.getKey()), file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            found.keySet().forEach(lab::drop);
            old.forEach(lab::put);
            throw e;
        }
        if (found.containsKey("reward") && found.get("reward").get(SCALE) instanceof Safetensors.Entry scale) {
            lab.rewardMean = scale.values()[0];
            lab.rewardDeviation = scale.values()[1];
        }
        lab.labels.clear();
        lab.labels.addAll(labels);
    }

    private static void fill(Network network, String name, Map<String, Safetensors.Entry> entries) throws IOException {
        for (Tensor p : network.gpt().parameters()) {
            Safetensors.Entry entry = entries.get(p.name());
            if (entry == null || !entry.shape().equals(p.shape())) {
                throw new IOException("The network `" + name + "` is of another shape: " + p.name() + " is "
                        + (entry == null ? "missing" : entry.shape()) + ", not " + p.shape() + ".");
            }
            p.set(entry.values());
        }
    }
}
