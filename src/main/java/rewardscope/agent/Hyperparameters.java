package rewardscope.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The hyper-parameters of one agent, and the count of episodes that their schedules go by.
public final class Hyperparameters implements Stateful {
    private final List<HyperParameter> parameters = new ArrayList<>();
    private int episode = 1;
    private boolean anyEpisode;

    HyperParameter add(ParameterSpec.Hyper spec, Schedule schedule) {
        var parameter = new HyperParameter(spec, schedule);
        parameters.add(parameter);
        return parameter;
    }

    public List<HyperParameter> all() {
        return List.copyOf(parameters);
    }

    public Optional<HyperParameter> named(String name) {
        return parameters.stream().filter(p -> p.spec().name().equals(name)).findFirst();
    }

    /// An agent calls this when it starts an episode; schedules move on from the second one.
    public void startEpisode() {
        if (anyEpisode) {
            episode++;
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).startEpisode(episode);
            }
        }
        anyEpisode = true;
    }

    /// Puts another schedule in force, from now on.
    ///
    /// @throws IllegalArgumentException if there is no parameter of that name
    public void change(String name, Schedule schedule) {
        named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no hyper-parameter `" + name + "` here"))
                .change(schedule, episode);
    }

    @Override
    public void exchange(StateExchange state) {
        episode = state.integer("episode", episode);
        anyEpisode = state.flag("anyEpisode", anyEpisode);
        for (HyperParameter parameter : parameters) {
            state.part(parameter.spec().name(), parameter);
        }
    }
}
