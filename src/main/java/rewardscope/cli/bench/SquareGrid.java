package rewardscope.cli.bench;

import java.util.List;
import java.util.Map;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// A square without walls: start in the first cell, a reward of 1 and the end in the last.
public final class SquareGrid {
    static final int ACTIONS = 4;

    private SquareGrid() {}

    /// An agent of this type with its usual settings.
    public static Agent agent(AgentType type, FiniteMdp model) {
        int states = model.states();
        var layout = new Layout.Track(states, new boolean[states], states - 1);
        var environment =
                new MdpEnvironment(model, layout, MdpEnvironment.UNLIMITED, RandomStream.named(1, "environment"));
        return type.create().apply(new AgentSettings(type, environment, Map.of(), 1));
    }

    /// @param noise the probability of slipping, half to each side
    public static FiniteMdp model(int size, double noise) {
        int[][] moves = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
        var builder = new FiniteMdp.Builder(size * size, List.of("up", "right", "down", "left"));
        int goal = size * size - 1;
        for (int s = 0; s < goal; s++) {
            for (int a = 0; a < ACTIONS; a++) {
                for (int turn : noise == 0 ? new int[] {0} : new int[] {0, 1, 3}) {
                    int[] move = moves[(a + turn) % ACTIONS];
                    int row = Math.clamp(s / size + move[0], 0, size - 1);
                    int column = Math.clamp(s % size + move[1], 0, size - 1);
                    int next = row * size + column;
                    double p = turn == 0 ? 1 - noise : noise / 2;
                    builder.outcome(s, a, new FiniteMdp.Outcome(next, p, next == goal ? 1 : 0, next == goal));
                }
            }
        }
        return builder.start(0, 1).build();
    }
}
