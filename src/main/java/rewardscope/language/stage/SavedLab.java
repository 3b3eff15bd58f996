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
    static final String END = ".safetensors";
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
            Files.write(folder.resolve(name + END), Safetensors.write(entries));
        }
        Files.write(folder.resolve(WORDS), lab.world.vocabulary().words(), StandardCharsets.UTF_8);
        LabelStore.save(folder.resolve(LABELS), lab.labels);
    }

    /// Every file that such a folder can have.
    static List<String> files() {
        var names = new ArrayList<>(List.of(WORDS, LABELS));
        Lab.NETWORKS.forEach(name -> names.add(name + END));
        return names;
    }

    static void load(Lab lab, SavedModels saved) throws IOException {
        String words = saved.file(WORDS).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        if (!words.lines().toList().equals(lab.world.vocabulary().words())) {
            throw new IOException("The models in " + saved.folder() + " speak other words than this world.");
        }
        Map<String, Map<String, Safetensors.Entry>> found = new LinkedHashMap<>();
        for (String name : saved.networks()) {
            found.put(name, Safetensors.read(saved.file(name + END).orElseThrow()));
        }
        var labels = new ArrayList<>(lab.labels);
        saved.file(LABELS).ifPresent(bytes -> labels.addAll(LabelStore.read(bytes).labels()));
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
