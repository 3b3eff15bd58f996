package rewardscope.agent.nolearning;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Draws every action uniformly from all that are possible. One act is one action.
public final class RandomAgent extends Player implements ActionProbabilities {
    public static final AgentType TYPE = new AgentType(
            "random", "Random", Family.NO_LEARNING, List.of(Play.GAMMA), Play::needs, RandomAgent::new);

    private final RandomStream random;
    private final double[][] uniform;

    public RandomAgent(AgentSettings settings) {
        super(settings);
        random = settings.random("policy");
        uniform = switch (environment()) {
            case FiniteEnvironment finite -> TabularPolicy.uniform(finite.model()).probability();
            case BanditEnvironment bandit -> new double[][] {evenly(bandit.arms())};
            default -> new double[0][];
        };
    }

    private static double[] evenly(int arms) {
        var row = new double[arms];
        Arrays.fill(row, 1.0 / arms);
        return row;
    }

    @Override
    public void advance() {
        play.begin();
        play.takeAny(random);
    }

    @Override
    public double[] policy(int state) {
        return uniform[state].clone();
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("random", random);
    }
}
