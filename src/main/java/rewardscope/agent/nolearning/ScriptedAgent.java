package rewardscope.agent.nolearning;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.ParameterSpec;
import rewardscope.math.StateExchange;

/// Takes the actions of a list, from its start in every episode, the last one again and again; or of one list an
/// episode, the last list again and again. Where the action is not possible and only one is, that one is taken
/// (such as `exit`). Actions are given by name; arms and the actions of carts and pendulums also by number, counted from
/// 0; where any force may act, by the force. One act is one action.
public final class ScriptedAgent extends Player {
    private static final ParameterSpec.Script ACTIONS =
            new ParameterSpec.Script("actions", "Actions to take in turn, the last one repeated");
    private static final ParameterSpec.Scripts EPISODES =
            new ParameterSpec.Scripts("episodes", "One list of actions an episode, the last list repeated");

    public static final AgentType TYPE = new AgentType(
            "scripted",
            "Scripted",
            Family.NO_LEARNING,
            List.of(ACTIONS, EPISODES, Play.GAMMA),
            Play::needs,
            ScriptedAgent::new);

    private final List<List<Runnable>> scripts;
    private int episode = -1;
    private int position;

    public ScriptedAgent(AgentSettings settings) {
        super(settings);
        scripts = (settings.isSet(EPISODES.name())
                        ? settings.scripts(EPISODES.name())
                        : List.of(settings.script(ACTIONS.name())))
                .stream()
                .map(script -> script.stream().map(this::deed).toList())
                .toList();
    }

    private Runnable deed(String action) {
        if (play.takesAnyForce()) {
            double force = Double.parseDouble(action);
            return () -> play.takeForce(force);
        }
        int number = play.number(action)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no action `" + action + "` here, only " + play.actionNames()));
        return () -> play.take(possible(number));
    }

    @Override
    public void advance() {
        if (play.begin()) {
            episode++;
            position = 0;
        }
        next().run();
    }

    private Runnable next() {
        List<Runnable> script = scripts.get(Math.min(episode, scripts.size() - 1));
        return script.isEmpty() ? this::first : script.get(Math.min(position++, script.size() - 1));
    }

    private void first() {
        play.take(play.available()[0]);
    }

    private int possible(int action) {
        int[] available = play.available();
        if (Arrays.stream(available).anyMatch(a -> a == action)) {
            return action;
        }
        if (available.length == 1) {
            return available[0];
        }
        throw new IllegalStateException("the script takes the action " + play.actionNames().get(action)
                + ", which is not possible here; possible are "
                + Arrays.stream(available).mapToObj(play.actionNames()::get).toList());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        episode = state.integer("episode", episode);
        position = state.integer("position", position);
    }
}
