package rewardscope.agent.prediction;

import java.util.List;
import rewardscope.agent.TestWorlds;
import rewardscope.env.Episode;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.Transition;
import rewardscope.math.StateExchange;

/// The random walk of five states, walked along paths that were written down: one word of the letters L, A to E, R an
/// episode. Whatever the action. A word that does not end in L or R was truncated where it ends.
final class PathEnvironment implements FiniteEnvironment {
    private static final String LETTERS = "LABCDER";

    private final FiniteMdp model = TestWorlds.randomWalk();
    private final List<String> paths;
    private int episode = -1;
    private int at;

    PathEnvironment(List<String> paths) {
        this.paths = paths;
    }

    @Override
    public FiniteMdp model() {
        return model;
    }

    @Override
    public Layout layout() {
        return new Layout.Graph(List.of(LETTERS.split("")), new boolean[LETTERS.length()]);
    }

    @Override
    public int state() {
        return LETTERS.indexOf(paths.get(Math.max(0, episode)).charAt(at));
    }

    @Override
    public boolean needsReset() {
        return episode < 0 || at == paths.get(episode).length() - 1;
    }

    @Override
    public int reset() {
        episode++;
        at = 0;
        return state();
    }

    @Override
    public Transition step(int action) {
        at++;
        char letter = paths.get(episode).charAt(at);
        boolean terminated = letter == 'R' || letter == 'L';
        return new Transition(state(), letter == 'R' ? 1 : 0, terminated, !terminated && needsReset());
    }

    @Override
    public Episode episode() {
        return Episode.NONE;
    }

    @Override
    public void exchange(StateExchange state) {
        episode = state.integer("episode", episode);
        at = state.integer("at", at);
    }
}
