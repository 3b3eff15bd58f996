package rewardscope.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rewardscope.agent.Family;
import rewardscope.agent.StepEvent;
import rewardscope.math.Snapshot;

/// A run that can be stood at any act of its past: keyframes and deterministic replay.
///
/// The present is at `now()`; the run was once at `head()`. Advancing below the head replays, interventions included.
/// Intervening below the head takes another way: what came after is forgotten (fork first to keep it).
public final class Timeline implements AutoCloseable {
    private static final int MEASURE_EVERY = 2048;

    private final Experiment experiment;
    private final Simulation present;
    private final Keyframes keyframes;
    private final History history;
    private final TreeMap<Long, List<Intervention>> interventions;
    private Optional<SortedMap<Long, List<Intervention>>> script = Optional.empty();
    private long appliedAt = -1;
    private long forkedAt;
    private long head;
    private boolean eventReady;

    private long measuredAct;
    private long measuredNanos;

    public Timeline(Experiment experiment) {
        this.experiment = experiment;
        present = new Simulation(experiment);
        keyframes = new Keyframes();
        keyframes.add(present);
        history = new History(present.series());
        interventions = new TreeMap<>();
        forkedAt = -1;
        measuredNanos = System.nanoTime();
    }

    private Timeline(Timeline origin) {
        long now = origin.now();
        experiment = origin.experiment;
        present = new Simulation(experiment);
        keyframes = origin.keyframes.fork(now);
        history = origin.history.fork(now);
        interventions = new TreeMap<>();
        origin.interventions.headMap(now, true).forEach((act, list) -> interventions.put(act, new ArrayList<>(list)));
        forkedAt = now;
        head = now;
        measuredNanos = System.nanoTime();
        seek(now);
    }

    /// The same run on another device, standing at its last keyframe: what its first device held is given up.
    private Timeline(Timeline origin, Experiment elsewhere) {
        var keyframe = origin.keyframes.before(origin.now());
        experiment = elsewhere;
        present = new Simulation(elsewhere);
        keyframes = origin.keyframes.fork(keyframe.getKey());
        history = origin.history.fork(keyframe.getKey());
        interventions = new TreeMap<>();
        origin.interventions
                .headMap(keyframe.getKey(), true)
                .forEach((act, list) -> interventions.put(act, new ArrayList<>(list)));
        forkedAt = origin.forkedAt;
        keyframe.getValue().restore(present);
        head = now();
        resumeClock();
    }

    /// Takes the run up on another device from its last keyframe. What came after that is forgotten, and this timeline
    /// must not be used any more.
    Timeline movedTo(Experiment elsewhere) {
        var moved = new Timeline(this, elsewhere);
        close();
        return moved;
    }

    /// A second run with the same past, free to take another way from here on, on the same random numbers.
    public Timeline fork() {
        return new Timeline(this);
    }

    /// Gives back what the run holds outside of the heap.
    @Override
    public void close() {
        present.close();
    }

    public Experiment experiment() {
        return experiment;
    }

    /// The run as it stands now: look, but do not advance it by other ways than this timeline.
    public Simulation present() {
        return present;
    }

    public long now() {
        return present.acts();
    }

    public long head() {
        return head;
    }

    /// The act at which this run left the one that it was forked from; −1 for none.
    public long forkedAt() {
        return forkedAt;
    }

    public History history() {
        return history;
    }

    /// Does the next act; returns what it completed, as bits of [rewardscope.agent.Mark].
    public int advance() {
        if (!interventions.isEmpty()) {
            applyHere();
        }
        long now = present.acts();
        int marks = present.advance();
        now++;
        eventReady = true;
        if (now > head) {
            head = now;
            history.write(now, present.agent(), present.series(), marks);
            if (keyframes.due(now)) {
                addKeyframe(now);
            }
        }
        return marks;
    }

    private void addKeyframe(long now) {
        long before = System.nanoTime();
        keyframes.add(present);
        long after = System.nanoTime();
        if (now - measuredAct >= MEASURE_EVERY || after - measuredNanos > 50_000_000L) {
            double perAct = (double) (before - measuredNanos) / Math.max(1, now - measuredAct);
            keyframes.measured(Math.max(1, perAct), after - before);
            measuredAct = now;
            measuredNanos = after;
        }
    }

    /// A pause must not count as slow acts.
    public void resumeClock() {
        measuredAct = now();
        measuredNanos = System.nanoTime();
    }

    /// Does what was done at this act, once.
    private void applyHere() {
        long now = now();
        if (appliedAt != now) {
            appliedAt = now;
            for (Intervention intervention : interventions.getOrDefault(now, List.of())) {
                intervention.applyTo(present.agent());
            }
        }
    }

    /// What was done to this run, by act; what lies beyond the head will be done when the run comes there.
    public SortedMap<Long, List<Intervention>> script() {
        if (script.isEmpty()) {
            var copy = new TreeMap<Long, List<Intervention>>();
            interventions.forEach((act, list) -> copy.put(act, List.copyOf(list)));
            script = Optional.of(Collections.unmodifiableSortedMap(copy));
        }
        return script.get();
    }

    /// From here on everything is done that was done on the way, as the run comes to it.
    void follow(Way way) {
        interventions.clear();
        interventions.putAll(way.script());
        script = Optional.empty();
        forkedAt = way.forkedAt();
        seek(now());
    }

    /// Sees the acts of the past again while they are replayed.
    interface Witness {
        void saw(Simulation present, int marks);
    }

    /// Stands the run at an act between 0 and the head, and makes the record of that act anew.
    public void seek(long act) {
        seek(act, (_, _) -> {});
    }

    void seek(long act, Witness witness) {
        long target = Math.clamp(act, 0, head);
        // Start at least one act earlier, so that the last act is done again and its record can be made.
        Map.Entry<Long, Snapshot> keyframe = keyframes.before(Math.max(0, target - 1));
        boolean ahead = present.acts() < target && present.acts() >= keyframe.getKey();
        if (!ahead) {
            restore(keyframe.getValue());
        }
        goOnTo(target, witness);
    }

    private void restore(Snapshot snapshot) {
        snapshot.restore(present);
        appliedAt = -1;
        eventReady = false;
    }

    /// Does the acts up to this one, with what was done to the run between them.
    private void goOnTo(long target, Witness witness) {
        while (present.acts() < target) {
            applyHere();
            int marks = present.advance();
            eventReady = true;
            witness.saw(present, marks);
        }
        applyHere();
        resumeClock();
    }

    /// Whether an act is reached by going on from here, without a jump.
    boolean isOnTheWayTo(long act) {
        long target = Math.clamp(act, 0, head);
        return now() < target && now() >= keyframes.before(Math.max(0, target - 1)).getKey();
    }

    /// Shows a witness the acts before the present once more, from some keyframes back.
    ///
    /// @return whether that was the very beginning
    boolean seeAgain(int keyframesBack, Witness witness) {
        long target = now();
        Map.Entry<Long, Snapshot> from = keyframes.before(Math.max(0, target - 1));
        for (int i = 1; i < keyframesBack && from.getKey() > 0; i++) {
            from = keyframes.before(from.getKey() - 1);
        }
        restore(from.getValue());
        goOnTo(target, witness);
        return from.getKey() == 0;
    }

    /// Does something to the run here and now, and again on every replay. What lay ahead is forgotten.
    public void intervene(Intervention intervention) {
        long now = now();
        applyHere();
        forgetFuture();
        script = Optional.empty();
        intervention.applyTo(present.agent()); // what cannot be done is not noted either
        var here = interventions.computeIfAbsent(now, _ -> new ArrayList<>());
        here.removeIf(intervention::replaces);
        here.add(intervention);
    }

    /// The acts before which somebody changed a hyper-parameter, or began to push.
    List<Long> changes() {
        var acts = new ArrayList<Long>();
        boolean pushing = false;
        for (var entry : interventions.headMap(head, true).entrySet()) {
            boolean change = false;
            for (Intervention each : entry.getValue()) {
                switch (each) {
                    case Intervention.ParameterChange _ -> change = true;
                    case Intervention.Push push -> {
                        change |= !push.held() || push.force() != 0 && !pushing;
                        pushing = push.held() ? push.force() != 0 : pushing;
                    }
                    default -> {}
                }
            }
            if (change) {
                acts.add(entry.getKey());
            }
        }
        return List.copyOf(acts);
    }

    private void forgetFuture() {
        long now = now();
        interventions.tailMap(now, false).clear();
        if (now < head) {
            keyframes.forgetAfter(now);
            history.forgetAfter(now);
            head = now;
        }
    }

    /// The record of the act that led to the present; empty at the very start.
    public Optional<StepEvent> event() {
        return eventReady ? Optional.of(present.event()) : Optional.empty();
    }

    /// Why an entry of a table has the value that it has.
    ///
    /// @param maxActs how far to look back
    public Explanation explain(StepEvent.Place place, long maxActs) {
        Optional<Explanation.Changed> changed = lastChange(place, maxActs);
        if (changed.isPresent()) {
            return changed.get();
        }
        if (now() > maxActs) {
            return new Explanation.Unchanged(place, now() - maxActs + 1);
        }
        double value = View.learned(present.agent()).entry(place);
        if (Double.isNaN(value)) {
            return new Explanation.Untouched(place, value);
        }
        try (var start = new Simulation(experiment)) {
            double before = View.learned(start.agent()).entry(place);
            return Double.compare(before, value) == 0
                    ? new Explanation.Untouched(place, value)
                    : new Explanation.Derived(place, before, value);
        }
    }

    /// The latest act, up to the present, that changed an entry of a table: why the entry has the value that it has.
    /// Looks back through the replay, at most `maxActs` acts.
    public Optional<Explanation.Changed> lastChange(StepEvent.Place place, long maxActs) {
        if (experiment.agentType().family() == Family.LANGUAGE) {
            return Optional.empty(); // there is no table to explain, and replays are long
        }
        try (var scratch = new Simulation(experiment)) {
            return lastChange(scratch, place, maxActs);
        }
    }

    private Optional<Explanation.Changed> lastChange(Simulation scratch, StepEvent.Place place, long maxActs) {
        long end = now();
        long searched = 0;
        while (end > 0 && searched < maxActs) {
            var keyframe = keyframes.before(end - 1);
            keyframe.getValue().restore(scratch);
            Optional<Explanation.Changed> latest = Optional.empty();
            while (scratch.acts() < end) {
                for (Intervention each : interventions.getOrDefault(scratch.acts(), List.of())) {
                    each.applyTo(scratch.agent());
                }
                scratch.advance();
                if (scratch.acts() <= end - maxActs) {
                    continue;
                }
                StepEvent event = scratch.event();
                if (event.changed().filter(place::equals).isPresent()) {
                    latest = Optional.of(new Explanation.Changed(place, scratch.acts(), event));
                }
                searched++;
            }
            if (latest.isPresent()) {
                return latest;
            }
            end = keyframe.getKey();
        }
        return Optional.empty();
    }
}
