package rewardscope.agent;

import java.util.List;
import java.util.Map;
import rewardscope.compute.Compute;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.math.RandomStream;

/// What an algorithm is made from: its environment, the values of its keys, and named streams of random numbers.
///
/// Values are checked before they come here: each key of the type's parameters is either set with a value of its kind
/// ([Schedule], [Integer], [Double], [Boolean], [String], `List<Integer>`, `List<List<Double>>`, [TabularPolicy],
/// `List<String>`, `List<List<String>>`) or left out.
public final class AgentSettings {
    private final AgentType type;
    private final Environment environment;
    private final Map<String, Object> values;
    private final long seed;
    private final Compute compute;
    private final Hyperparameters hyperparameters = new Hyperparameters();

    public AgentSettings(AgentType type, Environment environment, Map<String, Object> values, long seed) {
        this(type, environment, values, seed, Compute.STANDARD);
    }

    /// @param compute where a neural network's arithmetic happens
    public AgentSettings(
            AgentType type, Environment environment, Map<String, Object> values, long seed, Compute compute) {
        this.type = type;
        this.environment = environment;
        this.values = Map.copyOf(values);
        this.seed = seed;
        this.compute = compute;
    }

    /// The same settings in another environment: for an agent that is put together from others.
    public AgentSettings in(Environment other) {
        return new AgentSettings(type, other, values, seed, compute);
    }

    public Environment environment() {
        return environment;
    }

    public FiniteEnvironment finiteEnvironment() {
        return (FiniteEnvironment) environment;
    }

    /// Where a neural network's arithmetic happens. Who opens a backend on it closes it in [Agent#close].
    public Compute compute() {
        return compute;
    }

    /// All hyper-parameters that were asked for by [#hyper].
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    /// The stream of one consumer: `"policy"`, `"initialisation"`, ...
    public RandomStream random(String consumer) {
        return RandomStream.named(seed, consumer);
    }

    public boolean isSet(String key) {
        return values.containsKey(key);
    }

    /// Makes a hyper-parameter of that key and adds it to the sliders.
    public HyperParameter hyper(ParameterSpec.Hyper spec) {
        var declared = (ParameterSpec.Hyper) spec(spec.name());
        return hyperparameters.add(
                declared, (Schedule) values.getOrDefault(spec.name(), new Schedule.Constant(declared.initial())));
    }

    public HyperParameter hyper(String key) {
        return hyper((ParameterSpec.Hyper) spec(key));
    }

    public int count(String key) {
        return (Integer) values.getOrDefault(key, ((ParameterSpec.Count) spec(key)).initial());
    }

    public double number(String key) {
        return (Double) values.getOrDefault(key, ((ParameterSpec.Number) spec(key)).initial());
    }

    public boolean flag(String key) {
        return (Boolean) values.getOrDefault(key, ((ParameterSpec.Flag) spec(key)).initial());
    }

    public String choice(String key) {
        return (String) values.getOrDefault(
                key, ((ParameterSpec.Choice) spec(key)).options().getFirst());
    }

    @SuppressWarnings("unchecked")
    public List<Integer> counts(String key) {
        return (List<Integer>) values.getOrDefault(key, ((ParameterSpec.Counts) spec(key)).initial());
    }

    /// Rows of numbers; empty if nothing is said.
    @SuppressWarnings("unchecked")
    public double[][] rows(String key) {
        var rows = (List<List<Double>>) values.getOrDefault(((ParameterSpec.Rows) spec(key)).name(), List.of());
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /// The policy to evaluate; uniform over the available actions when nothing is said.
    public TabularPolicy policy(String key) {
        return (TabularPolicy) values.getOrDefault(
                key, TabularPolicy.uniform(finiteEnvironment().model()));
    }

    @SuppressWarnings("unchecked")
    public List<String> script(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<List<String>> scripts(String key) {
        return (List<List<String>>) values.getOrDefault(key, List.of());
    }

    private ParameterSpec spec(String key) {
        return type.parameter(key)
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " declares no key `" + key + "`"));
    }
}
