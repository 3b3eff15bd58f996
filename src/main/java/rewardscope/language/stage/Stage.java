package rewardscope.language.stage;

import java.util.List;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.math.Stateful;

/// One part of the way from a corpus to an answer that people like.
abstract class Stage implements Stateful {
    final Lab lab;

    /// The bit of [rewardscope.agent.Agent#marks] that says that this stage has new values for its curves.
    final int mark;

    /// The bit that says that this stage has looked at itself: it does so only now and then.
    final int looked;

    /// What the last act completed.
    int marks;

    Stage(Lab lab, int number) {
        this.lab = lab;
        mark = 1 << (8 + number);
        looked = 1 << (20 + number);
    }

    /// As shown on the screen.
    abstract String name();

    /// Takes over what the stages before it left.
    abstract void start();

    abstract void advance();

    abstract StepEvent event();

    /// Whether it has done what was planned; it can still go on.
    abstract boolean finished();

    /// How far it is, in [0, 1].
    abstract double progress();

    /// Measures what it came to; called whenever it has done what was planned, or more.
    void end() {}

    /// Lets go of what it worked with, once the next stage begins.
    void leave() {}

    List<Series> series() {
        return List.of();
    }
}
