package rewardscope.language.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.compute.ComputeBackend;
import rewardscope.language.feedback.Comparison;
import rewardscope.language.feedback.Crowd;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.LabelFormat;
import rewardscope.language.feedback.RemarkRules;
import rewardscope.language.world.Conversation;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.World;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;
import rewardscope.nn.GptConfig;

/// What the stages share: the world, networks by name, labels, and measures.
final class Lab implements Stateful {
    /// Every name that a network can have.
    static final List<String> NETWORKS =
            List.of("policy", "base", "sft", "reward", "critic", "ppo", "reinforce", "dpo");

    final Conversation conversation;
    final World world;
    final AgentSettings settings;

    /// Tokens of the longest prompt with the longest answer.
    final int time;

    /// What has been measured so far, by name.
    final Map<String, Double> metrics = new LinkedHashMap<>();

    /// What people and simulated annotators have said.
    final List<Feedback> labels = new ArrayList<>();

    /// Held-out comparisons that the world's rules made.
    final List<Feedback> tests = new ArrayList<>();

    /// Counts what people add and take back, so that nobody goes on with labels that are no longer there.
    private int editions;

    final RewardHead rewardHead;

    /// The reward of an answer is (raw − rewardMean) / rewardDeviation.
    double rewardMean;

    double rewardDeviation = 1;

    private final ComputeBackend backend;
    private final GptConfig config;
    private final int rows;
    private final Map<String, Network> networks = new LinkedHashMap<>();
    private final Map<String, Prompt> prompts = new LinkedHashMap<>();

    Lab(AgentSettings settings) {
        this.settings = settings;
        conversation = (Conversation) settings.environment();
        world = conversation.world();
        time = world.longestPrompt() + world.grammar().answerTokens();
        rows = settings.count(Keys.BATCH.name());
        int heads = settings.count(Keys.HEADS.name());
        int width = (settings.count(Keys.WIDTH.name()) + heads - 1) / heads * heads;
        boolean last = settings.isSet(Keys.REWARD_HEAD.name())
                && settings.choice(Keys.REWARD_HEAD.name()).equals("last");
        rewardHead = last ? RewardHead.LAST : RewardHead.MEAN;
        config = GptConfig.of(world.vocabulary().size(), width, settings.count(Keys.LAYERS.name()), heads, time);
        backend = settings.compute().open();
        world.prompts().forEach(prompt -> prompts.put(prompt.text(), prompt));
    }

    void label(Feedback feedback) {
        labels.add(feedback);
        editions++;
    }

    void retract(Feedback feedback) {
        int last = labels.lastIndexOf(feedback);
        if (last >= 0) {
            labels.remove(last);
            editions++;
        }
    }

    /// Differs from every earlier number if the labels do.
    long labelsState() {
        return (long) editions << 32 | labels.size();
    }

    /// How many of the labels came from people, and not from simulated annotators.
    int byPeople() {
        return (int) labels.stream().filter(label -> !Crowd.simulates(label.annotator())).count();
    }

    ComputeBackend backend() {
        return backend;
    }

    /// What the reward model says of every beginning of every answer, before it is brought to mean 0 and deviation 1:
    /// before its first token, ..., of the whole.
    double[][] rawRewards(List<Network.Said> said) {
        return Arrays.stream(network("reward").scalars(said)).map(rewardHead::prefixes).toArray(double[][]::new);
    }

    /// The same of whole answers, with mean 0 and deviation 1 over the labelled ones.
    double[] rewards(List<Network.Said> said) {
        return Arrays.stream(rawRewards(said))
                .mapToDouble(r -> (r[r.length - 1] - rewardMean) / rewardDeviation)
                .toArray();
    }

    /// A new network of that name; reward models and critics have one number in place of the next token's logits.
    Network create(String name) {
        boolean scalar = name.equals("reward") || name.equals("critic");
        var shape = scalar
                ? new GptConfig(config.vocabulary(), config.channels(), config.layers(), config.heads(),
                        config.block(), config.tied(), true)
                : config;
        var network = new Network(name, shape, rows, time, backend);
        networks.put(name, network);
        return network;
    }

    /// A copy of another network under a new name.
    Network copy(String from, String name) {
        Network made = create(name);
        made.take(network(from));
        return made;
    }

    boolean has(String name) {
        return networks.containsKey(name);
    }

    Network network(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the network `" + name + "` is not there: "
                + "begin with an earlier stage, or load a folder of models that has it"));
    }

    Optional<Network> find(String name) {
        return Optional.ofNullable(networks.get(name));
    }

    void put(String name, Network network) {
        networks.put(name, network);
    }

    void drop(String name) {
        networks.remove(name);
    }

    List<String> networks() {
        return List.copyOf(networks.keySet());
    }

    Speaker speaker(Network network) {
        return new Speaker(network, world.grammar().answerTokens());
    }

    Optional<Prompt> prompt(String text) {
        return Optional.ofNullable(prompts.get(text));
    }

    /// An answer in words, without the end mark.
    String words(int[] answer) {
        int n = answer.length > 0 && answer[answer.length - 1] == 0 ? answer.length - 1 : answer.length;
        return world.vocabulary().decode(Arrays.copyOf(answer, n));
    }

    /// The tokens of an answer in words, with the end mark; empty if it has a word that is not in the vocabulary. An
    /// answer that is too long is cut off.
    Optional<int[]> tokens(String answer) {
        boolean known = answer.isBlank()
                || List.of(answer.strip().split("\\s+")).stream().allMatch(world.vocabulary()::knows);
        if (!known) {
            return Optional.empty();
        }
        int[] ended = world.ended(answer);
        int most = world.grammar().answerTokens();
        return Optional.of(ended.length <= most ? ended : Arrays.copyOf(ended, most));
    }

    /// The comparisons in the labels that speak of this world's prompts and words.
    List<Comparison> comparisons() {
        return Comparison.from(labels, RemarkRules.USUAL).stream()
                .filter(c -> prompts.containsKey(c.prompt()) && c.answers().stream().allMatch(a -> tokens(a).isPresent()))
                .toList();
    }

    /// Whether state is being brought back, rather than saved: what was derived from it has to be made again.
    static boolean restoring(StateExchange state) {
        byte[] probe = {};
        return state.bytes("probe", probe) != probe; // a writer hands back the very same array
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", conversation);
        for (String name : NETWORKS) {
            boolean there = state.flag(name, networks.containsKey(name));
            if (!there) {
                networks.remove(name);
            } else {
                state.part(name, find(name).orElseGet(() -> create(name)));
            }
        }
        exchange(state, "labels", labels);
        exchange(state, "tests", tests);
        int count = state.integer("metrics", metrics.size());
        var names = List.copyOf(metrics.keySet());
        var measured = new LinkedHashMap<String, Double>();
        for (int i = 0; i < count; i++) {
            String old = i < names.size() ? names.get(i) : "";
            String name = state.text("name", old);
            measured.put(name, state.number("value", metrics.getOrDefault(old, 0.0)));
        }
        metrics.clear();
        metrics.putAll(measured);
        rewardMean = state.number("rewardMean", rewardMean);
        rewardDeviation = state.number("rewardDeviation", rewardDeviation);
    }

    private static void exchange(StateExchange state, String name, List<Feedback> labels) {
        int count = state.integer(name, labels.size());
        var read = new ArrayList<Feedback>();
        for (int i = 0; i < count; i++) {
            String old = i < labels.size() ? LabelFormat.write(labels.get(i)) : "";
            String line = state.text("label", old);
            try {
                read.add(line.equals(old) ? labels.get(i) : LabelFormat.read(line));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        labels.clear();
        labels.addAll(read);
    }
}
