package rewardscope.agent.nolearning;

import java.util.List;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.env.Environment;
import rewardscope.math.StateExchange;

/// What all agents that do not learn have in common.
abstract class Player implements Agent {
    final Play play;

    private final Environment environment;
    private final Hyperparameters hyperparameters;

    Player(AgentSettings settings) {
        environment = settings.environment();
        hyperparameters = settings.hyperparameters();
        play = new Play(settings);
    }

    @Override
    public StepEvent event() {
        return play.event();
    }

    @Override
    public int marks() {
        return play.marks();
    }

    @Override
    public List<Series> series() {
        return play.series();
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("play", play);
    }
}
