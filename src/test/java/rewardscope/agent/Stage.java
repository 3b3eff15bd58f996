package rewardscope.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import rewardscope.agent.bandit.ThompsonSampling;
import rewardscope.env.Environment;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.env.control.ControlSpec;
import rewardscope.env.language.LanguageSpec;
import rewardscope.language.Worlds;
import rewardscope.math.RandomStream;
import rewardscope.sim.Catalogue;

/// An algorithm put into an environment that it works in, for the claims that hold of every one. A new algorithm whose
/// family is not among the tabular ones adds a line to [#of].
///
/// @param name shown by the test
/// @param values keys set on the agent
/// @param environment made from a seed
/// @param beforeAct what must be done to the agent before each act (a person's choice)
public record Stage(
        String name,
        AgentType type,
        Map<String, Object> values,
        LongFunction<Environment> environment,
        Consumer<Agent> beforeAct) {
    private static final EnvironmentSpec COINS =
            new BanditSpec(3, BanditSpec.Rewards.BERNOULLI, List.of(0.2, 0.5, 0.7), 0, 1, 0, 100);

    /// Every algorithm of the catalogue, with every choice and flag that it takes.
    public static List<Stage> all() {
        var stages = new ArrayList<Stage>();
        for (AgentType type : Catalogue.all()) {
            stages.addAll(of(type));
        }
        return stages;
    }

    private static List<Stage> of(AgentType type) {
        var stages = new ArrayList<Stage>();
        switch (type.family()) {
            case PLANNING, PREDICTION, CONTROL -> stages.addAll(tabular(type));
            case NO_LEARNING -> {
                stages.addAll(tabular(type));
                stages.add(in(type, "arms", COINS, Map.of()));
            }
            case BANDIT -> {
                stages.addAll(variants(type, "arms", BanditSpec.of(4), Map.of()));
                stages.addAll(variants(type, "coins", COINS, Map.of()));
            }
            case POLICY_GRADIENT, APPROXIMATION -> {
                var small = new HashMap<String, Object>();
                var wanted = Map.of(
                        "hidden", List.of(8),
                        "horizon", 40,
                        "epochs", 2,
                        "warm-up", 20,
                        "batch", 8,
                        "target-every", 30,
                        "replay", 100,
                        "tiles", 3,
                        "comparisons", 5,
                        "reward-updates", 5);
                wanted.forEach((key, value) -> {
                    if (type.parameter(key).isPresent()) {
                        small.put(key, value);
                    }
                });
                var pole = ControlSpec.of(ControlSpec.World.CART_POLE).withMaxSteps(15);
                stages.addAll(variants(type, "cart-pole", pole, small));
                var pendulum = ControlSpec.of(ControlSpec.World.INVERTED_PENDULUM)
                        .withMaxSteps(11)
                        .withActions(type.family() == Family.APPROXIMATION ? 7 : 0);
                stages.add(in(type, "inverted-pendulum", pendulum, small));
                stages.add(new Stage(
                        type.name() + " on the track",
                        type,
                        small,
                        seed -> TestWorlds.environment(TestWorlds.track(4), 20, seed),
                        _ -> {}));
            }
            case LANGUAGE -> stages.addAll(language(type));
            default -> throw new AssertionError(type.name() + " has no stage: name an environment that it works in");
        }
        return stages;
    }

    /// A reader of a text, or stages of the language lab so short that all of them are gone through.
    private static List<Stage> language(AgentType type) {
        if (type.parameter("evaluation").isEmpty() && type.parameter("labels").isEmpty()) {
            return List.of(in(
                    type,
                    "a text",
                    LanguageSpec.of("a rat ran to a cat, a cat sat on a mat, a bat ate. "),
                    Map.of("layers", 1, "width", 8, "context", 6, "batch", 2)));
        }
        var small = new HashMap<String, Object>();
        var wanted = Map.ofEntries(
                Map.entry("layers", 1),
                Map.entry("heads", 1),
                Map.entry("width", 4),
                Map.entry("batch", 4),
                Map.entry("evaluation", 7),
                Map.entry("pre-train-updates", 20),
                Map.entry("fine-tune-updates", 12),
                Map.entry("demonstrations", 9),
                Map.entry("labels", 14),
                Map.entry("tests", 5),
                Map.entry("reward-updates", 27),
                Map.entry("iterations", 8),
                Map.entry("answers", 6),
                Map.entry("dpo-updates", 10));
        wanted.forEach((key, value) -> {
            if (type.parameter(key).isPresent()) {
                small.put(key, value);
            }
        });
        var stages = new ArrayList<Stage>();
        var tiny = Worlds.spec("tiny");
        stages.add(in(type, "the tiny world", tiny, small));
        Map<String, Object> others = Map.of(
                "answers-per-label", 3, "reward", "true", "target-kl", 0.5, "dpo-loss", "ipo", "malicious", 0.4);
        var changed = new HashMap<String, Object>(small);
        others.forEach((key, value) -> {
            if (type.parameter(key).isPresent()) {
                changed.put(key, value);
            }
        });
        if (!changed.equals(small)) {
            stages.add(in(type, "the tiny world", tiny, changed));
        }
        return stages;
    }

    /// As it comes, and once more for every choice, flag and optional step size that it takes.
    private static List<Stage> tabular(AgentType type) {
        var stages = new ArrayList<Stage>();
        stages.add(tabular(type, Map.of()));
        for (ParameterSpec parameter : type.parameters()) {
            switch (parameter) {
                case ParameterSpec.Choice choice ->
                    choice.options().stream()
                            .skip(1)
                            .forEach(option -> stages.add(tabular(type, Map.of(choice.name(), option))));
                case ParameterSpec.Flag flag -> stages.add(tabular(type, Map.of(flag.name(), !flag.initial())));
                case ParameterSpec.Count count -> stages.add(tabular(type, Map.of(count.name(), count.min() + 2)));
                case ParameterSpec.Hyper hyper when hyper.name().equals("alpha") || hyper.name().equals("beta") ->
                    stages.add(tabular(type, Map.of(hyper.name(), new Schedule.Constant(0.4))));
                default -> {}
            }
        }
        return stages;
    }

    /// In one world, as it comes and with every choice and flag.
    private static List<Stage> variants(
            AgentType type, String world, EnvironmentSpec spec, Map<String, Object> always) {
        var values = new ArrayList<Map<String, Object>>();
        values.add(Map.of());
        for (ParameterSpec parameter : type.parameters()) {
            switch (parameter) {
                case ParameterSpec.Choice choice ->
                    choice.options().stream().skip(1).forEach(option -> values.add(Map.of(choice.name(), option)));
                case ParameterSpec.Flag flag -> values.add(Map.of(flag.name(), !flag.initial()));
                case ParameterSpec.Hyper hyper when hyper.name().equals("alpha") && type.family() == Family.BANDIT ->
                    values.add(Map.of(hyper.name(), new Schedule.Constant(0.4)));
                default -> {}
            }
        }
        if (spec == COINS || type != ThompsonSampling.TYPE) {
            return values.stream()
                    .map(set -> {
                        var both = new HashMap<>(always);
                        both.putAll(set);
                        return in(type, world, spec, both);
                    })
                    .toList();
        }
        return List.of(in(type, world, spec, Map.of()));
    }

    private static Stage in(AgentType type, String world, EnvironmentSpec spec, Map<String, Object> values) {
        return new Stage(
                type.name() + " in " + world + (values.isEmpty() ? "" : " " + values),
                type,
                values,
                seed -> spec.create(RandomStream.named(seed, "environment")),
                _ -> {});
    }

    private static Stage tabular(AgentType type, Map<String, Object> values) {
        Consumer<Agent> beforeAct = agent -> {
            if (agent instanceof TakesChoices person) {
                person.choose(agent.environment().episode().length() % 6);
            }
        };
        return new Stage(
                values.isEmpty() ? type.name() : type.name() + " " + values,
                type,
                values,
                seed -> TestWorlds.environment(TestWorlds.littleOfEverything(), 25, seed),
                beforeAct);
    }

    Agent agent(long seed) {
        return type.create().apply(new AgentSettings(type, environment.apply(seed), values, seed));
    }

    StepEvent step(Agent agent) {
        beforeAct.accept(agent);
        return agent.step();
    }

    @Override
    public String toString() {
        return name;
    }
}
