package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.Agent;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.env.Episode;

/// What a run has been through, as curves in bounded memory: return and length of every episode, and each series that
/// the agent names. Acts that are replayed are not written twice.
public final class History {
    private final List<Curve> curves;
    private final Curve returns;
    private final Curve lengths;
    private long written;

    public History(List<Series> series) {
        curves = new ArrayList<>();
        returns = new Curve("return");
        lengths = new Curve("steps");
        curves.add(returns);
        curves.add(lengths);
        for (Series each : series) {
            curves.add(new Curve(each.name()));
        }
    }

    private History(List<Curve> curves, long written) {
        this.curves = curves;
        returns = curves.get(0);
        lengths = curves.get(1);
        this.written = written;
    }

    void write(long act, Agent agent, List<Series> series, int marks) {
        if (act <= written) {
            return;
        }
        written = act;
        for (int i = 0; i < series.size(); i++) {
            if ((series.get(i).mark() & marks) != 0) {
                curves.get(i + 2).add(act, series.get(i).value().getAsDouble());
            }
        }
        if ((marks & Mark.EPISODE) != 0) {
            Episode episode = agent.environment().episode();
            returns.add(act, episode.undiscountedReturn());
            lengths.add(act, episode.length());
        }
    }

    /// Forgets what came after an act, since the run takes another way from there.
    void forgetAfter(long act) {
        curves.forEach(curve -> curve.forgetAfter(act));
        written = Math.min(written, act);
    }

    /// The same past, free to go another way.
    History fork(long act) {
        var copies = new ArrayList<Curve>();
        curves.forEach(curve -> copies.add(curve.copy()));
        var fork = new History(copies, written);
        fork.forgetAfter(act);
        return fork;
    }

    List<Curve.Points> points() {
        return curves.stream().filter(curve -> curve.points() > 0).map(Curve::toPoints).toList();
    }

    List<Curve> curves() {
        return curves;
    }
}
