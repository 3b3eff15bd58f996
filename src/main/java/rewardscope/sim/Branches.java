package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.Mark;
import rewardscope.agent.StepEvent;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Environment;

/// The run that was started with and the ways that forked off it.
final class Branches implements AutoCloseable {
    private static final int MOST = 6;
    private static final int TRAIL = 64;

    /// Keyframes to look back for an update; a replay between two of them takes some milliseconds.
    private static final int FURTHEST_BACK = 8;

    private final List<Timeline> timelines = new ArrayList<>();
    private final List<List<Integer>> trails = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();
    private Set<Look> watched = Set.of();
    private int active;

    Branches(Experiment experiment) {
        timelines.add(new Timeline(experiment));
        trails.add(new ArrayList<>());
        observers.add(new Observer());
    }

    /// What every view holds from now on.
    void watch(Set<Look> looks) {
        watched = looks;
        for (int i = 0; i < observers.size(); i++) {
            Observer observer = observers.get(i);
            if (observer.watch(looks)) {
                lookBack(timelines.get(i), observer);
                observer.arrived(timelines.get(i).present());
            }
        }
    }

    @Override
    public void close() {
        timelines.forEach(Timeline::close);
    }

    /// Takes every branch up on another device, each from its last keyframe.
    void moveTo(Experiment elsewhere) {
        timelines.replaceAll(timeline -> timeline.movedTo(elsewhere));
        forgetTrails();
    }

    Timeline active() {
        return timelines.get(active);
    }

    int activeIndex() {
        return active;
    }

    int count() {
        return timelines.size();
    }

    List<Timeline> all() {
        return timelines;
    }

    void select(int branch) {
        active = Math.clamp(branch, 0, timelines.size() - 1);
    }

    /// A new active branch with the past of the active one; the oldest fork goes when there are too many.
    void fork() {
        if (timelines.size() == MOST) {
            int oldest = active == 1 ? 2 : 1;
            timelines.remove(oldest).close();
            trails.remove(oldest);
            observers.remove(oldest);
            active -= active > oldest ? 1 : 0;
        }
        timelines.add(active().fork());
        trails.add(new ArrayList<>(trails.get(active)));
        observers.add(observers.get(active).fork());
        active = timelines.size() - 1;
    }

    int advance(int branch) {
        Timeline timeline = timelines.get(branch);
        int marks = timeline.advance();
        if (!watched.isEmpty()) {
            observers.get(branch).saw(timeline.present(), marks);
        }
        return marks;
    }

    /// Stands a branch at an act; what is looked at is seen again on the way, as far as it is replayed.
    void seek(int branch, long act) {
        Timeline timeline = timelines.get(branch);
        Observer observer = observers.get(branch);
        if (!timeline.isOnTheWayTo(act)) {
            observer.forget();
        }
        timeline.seek(act, watched.isEmpty() ? (_, _) -> {} : observer);
        lookBack(timeline, observer);
        observer.arrived(timeline.present());
    }

    /// What a pane shows of the last update may lie further back than the jump began: replays a longer and longer way
    /// until it was seen, as long as that does not take long.
    private static void lookBack(Timeline timeline, Observer observer) {
        for (int keyframes = 2; keyframes <= FURTHEST_BACK && observer.misses(timeline.present().agent()); keyframes *= 2) {
            observer.forget();
            if (timeline.seeAgain(keyframes, observer)) {
                return;
            }
        }
    }

    /// Notes where the agent stands; call it when somebody watches.
    void noteTrail(int branch) {
        Environment environment = timelines.get(branch).present().agent().environment();
        if (environment instanceof FiniteEnvironment finite) {
            var trail = trails.get(branch);
            if (environment.episode().length() <= 1) {
                trail.clear();
                timelines.get(branch).event().flatMap(StepEvent::move).ifPresent(move -> trail.add(move.from()));
            }
            trail.add(finite.state());
            if (trail.size() > TRAIL) {
                trail.removeFirst();
            }
        }
    }

    /// After a jump the way here is unknown.
    void forgetTrails() {
        trails.forEach(List::clear);
    }

    /// @param together whether all of them are looked at, or the active one alone
    /// @param moving whether a picture may be a little old, for the sake of the run's speed
    List<View> views(boolean together, boolean moving) {
        var views = new ArrayList<View>();
        for (int i = 0; i < timelines.size(); i++) {
            Simulation present = timelines.get(i).present();
            Looks looks = together || i == active
                    ? observers.get(i).looks(present, moving)
                    : Looks.nothing(present.agent());
            views.add(view(i, looks));
        }
        return List.copyOf(views);
    }

    private View view(int branch, Looks looks) {
        Timeline timeline = timelines.get(branch);
        Simulation present = timeline.present();
        var episode = present.agent().environment().episode();
        return new View(
                String.valueOf((char) ('A' + branch)),
                present.counts(),
                timeline.head(),
                timeline.forkedAt(),
                timeline.script(),
                timeline.event(),
                View.world(present.agent()),
                View.learned(present.agent()),
                View.parameters(present.agent()),
                timeline.history().points(),
                moments(timeline),
                List.copyOf(trails.get(branch)),
                View.choices(present.agent()),
                episode.undiscountedReturn(),
                episode.length(),
                looks);
    }

    private static List<View.Moment> moments(Timeline timeline) {
        var moments = new ArrayList<View.Moment>();
        for (Curve curve : timeline.history().curves()) {
            if (curve.name().equals("return") && curve.points() <= 400) {
                for (long act : curve.toPoints().lastAct()) {
                    moments.add(new View.Moment(View.Moment.Kind.EPISODE_END, act));
                }
            }
            if (curve.name().equals("td-error")) {
                Optional.of(curve.actOfLargest(timeline.head()))
                        .filter(act -> act > 0)
                        .ifPresent(act -> moments.add(new View.Moment(View.Moment.Kind.LARGEST_TD_ERROR, act)));
            }
        }
        if (timeline.forkedAt() >= 0) {
            moments.add(new View.Moment(View.Moment.Kind.FORK, timeline.forkedAt()));
        }
        timeline.changes().forEach(act -> moments.add(new View.Moment(View.Moment.Kind.CHANGE, act)));
        return List.copyOf(moments);
    }

    /// Whether an act completed the unit that a step button covers.
    static boolean completes(Command.Unit unit, int marks) {
        return switch (unit) {
            case ACT -> true;
            case STEP -> (marks & Mark.STEP) != 0;
            case EPISODE -> (marks & Mark.EPISODE) != 0;
            case SWEEP -> (marks & Mark.SWEEP) != 0;
            case UPDATE -> (marks & Mark.UPDATE) != 0;
        };
    }
}
