package rewardscope.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.Agent;
import rewardscope.agent.Counted;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.Replays;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TargetNetwork;
import rewardscope.env.Plane;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.language.stage.ClosedForm;
import rewardscope.language.stage.LanguageLab;

/// Looks at one branch on behalf of the panes, and keeps what a frame needs of the acts before. It asks the agent
/// questions between two acts and never changes what comes next.
final class Observer implements Timeline.Witness {
    private static final int LONGEST_PATH = 1000;
    private static final int CELLS = 10_000;

    /// Portraits take at most this share of a run's time, and come at most so often.
    private static final int SHARE = 6;

    private static final long PORTRAIT_PAUSE = 80_000_000;

    /// The policies that have an optimum to look for.
    private static final List<String> LEARNERS = List.of("ppo", "reinforce", "dpo");

    private Set<Look> watched = Set.of();
    private final ArrayDeque<double[]> path = new ArrayDeque<>();
    private final Map<Class<?>, StepEvent> updates = new LinkedHashMap<>();
    private final List<Counted> sequence = new ArrayList<>();
    private Optional<PolicyMemory> memory = Optional.empty();
    private boolean policyMoved;
    private boolean wasStep;

    private Optional<Portrait> portrait = Optional.empty();
    private long portraitAct = -1;
    private long portraitAt;
    private long portraitCost;
    private List<ClosedForm> optima = List.of();
    private long optimaAct = -1;
    private long optimaAt;
    private long optimaCost;

    /// @return whether other things are looked at than before
    boolean watch(Set<Look> looks) {
        if (watched.equals(looks)) {
            return false;
        }
        watched = looks;
        portrait = Optional.empty();
        portraitAct = -1;
        return true;
    }

    /// The same memories for a branch that leaves here.
    Observer fork() {
        var fork = new Observer();
        fork.watched = watched;
        fork.path.addAll(path);
        fork.updates.putAll(updates);
        fork.sequence.addAll(sequence);
        fork.memory = memory;
        fork.policyMoved = policyMoved;
        fork.wasStep = wasStep;
        return fork;
    }

    /// After a jump nothing of what was seen holds.
    void forget() {
        path.clear();
        updates.clear();
        sequence.clear();
        memory = Optional.empty();
        policyMoved = true; // the next time that a batch is full, its policy is worth remembering
        portrait = Optional.empty();
        portraitAct = -1;
        optimaAct = -1;
    }

    @Override
    public void saw(Simulation present, int marks) {
        Agent agent = present.agent();
        boolean step = (marks & Mark.STEP) != 0;
        if (step && watched.contains(Look.PATH) && agent.environment() instanceof VectorEnvironment world) {
            follow(world);
        }
        boolean update = !step || (marks & Mark.UPDATE) != 0;
        if (update && watched.stream().anyMatch(Look::isOfUpdates)) {
            note(present.event());
        }
        if (watched.contains(Look.POLICY_SHIFT)) {
            boolean batchIsFull = !step && wasStep && (marks & Mark.UPDATE) == 0;
            if (policyMoved && (batchIsFull || (step && (marks & Mark.EPISODE) != 0))) {
                remember(present);
            }
            policyMoved |= (marks & Mark.UPDATE) != 0;
        }
        wasStep = step;
    }

    private void note(StepEvent event) {
        updates.remove(event.getClass());
        updates.put(event.getClass(), event);
        if (event instanceof Counted counted) {
            if (counted.number() == 0 || sequence.isEmpty() || sequence.getLast().getClass() != event.getClass()) {
                sequence.clear();
            }
            if (sequence.size() < LONGEST_PATH) {
                sequence.add(counted);
            }
        }
    }

    /// Whether something is looked at that has not been seen since the last jump: an update that lies further back.
    boolean misses(Agent agent) {
        Set<Look> offered = Look.offeredBy(agent);
        return watched.stream().filter(offered::contains).anyMatch(look -> look == Look.POLICY_SHIFT
                ? memory.isEmpty()
                : look.record().filter(kind -> !seen(kind)).isPresent());
    }

    private boolean seen(Class<? extends StepEvent> kind) {
        return Counted.class.isAssignableFrom(kind)
                ? !sequence.isEmpty() && sequence.getFirst().number() == 0 && kind.isInstance(sequence.getFirst())
                : updates.values().stream().anyMatch(kind::isInstance);
    }

    /// Where a run stands after a jump, or when a pane begins to look.
    void arrived(Simulation present) {
        if (watched.contains(Look.PATH) && path.isEmpty() && present.agent().environment() instanceof VectorEnvironment w) {
            path.add(w.observation());
        }
        if (watched.contains(Look.POLICY_SHIFT) && memory.isEmpty()) {
            remember(present);
        }
    }

    private void follow(VectorEnvironment world) {
        if (world.episode().length() <= 1) {
            path.clear();
        }
        path.add(world.observation());
        if (path.size() > LONGEST_PATH) {
            path.removeFirst();
        }
    }

    private void remember(Simulation present) {
        policyMoved = false;
        if (present.agent() instanceof ObservationPolicy policy
                && present.agent().environment() instanceof VectorEnvironment world) {
            memory = Optional.of(PolicyMemory.of(present.acts(), policy, world));
        }
    }

    /// @param moving whether a portrait may be a little old
    Looks looks(Simulation present, boolean moving) {
        Agent agent = present.agent();
        Optional<VectorEnvironment> world =
                agent.environment() instanceof VectorEnvironment v ? Optional.of(v) : Optional.empty();
        Optional<Plane> plane = world.flatMap(VectorEnvironment::plane);
        return new Looks(
                Look.offeredBy(agent),
                plane,
                plane.map(this::path).orElse(List.of()),
                plane.flatMap(p -> portrait(present, world.orElseThrow(), p, moving)),
                memory.filter(_ -> watched.contains(Look.POLICY_SHIFT))
                        .map(m -> m.comparedWith((ObservationPolicy) agent)),
                List.copyOf(updates.values()),
                List.copyOf(sequence),
                watched.contains(Look.REPLAY) && agent instanceof Replays store
                        ? Optional.of(store.replay(CELLS))
                        : Optional.empty(),
                watched.contains(Look.TARGET_NETWORK) && agent instanceof TargetNetwork nets && world.isPresent()
                        ? Optional.of(networks(nets, world.get()))
                        : Optional.empty(),
                agent instanceof LanguageLab lab && watched.contains(Look.OPTIMUM)
                        ? optima(lab, present, moving)
                        : List.of(),
                agent instanceof LanguageLab judged && watched.contains(Look.REWARD_MODEL)
                        ? judged.calibration()
                        : List.of());
    }

    /// Of every policy that has learned. It takes many passes through a network, so not in every picture of a running run.
    private List<ClosedForm> optima(LanguageLab lab, Simulation present, boolean moving) {
        long now = System.nanoTime();
        boolean mayWait = moving && now - optimaAt < Math.max(PORTRAIT_PAUSE, SHARE * optimaCost);
        if (optimaAct != present.acts() && !mayWait) {
            var models = lab.models();
            optima = LEARNERS.stream()
                    .filter(models::contains)
                    .flatMap(model -> lab.world().prompts().stream()
                            .flatMap(prompt -> lab.closedForm(model, prompt).stream()))
                    .toList();
            optimaAct = present.acts();
            optimaAt = System.nanoTime();
            optimaCost = optimaAt - now;
        }
        return optima;
    }

    private List<double[]> path(Plane plane) {
        var points = new ArrayList<double[]>(path.size());
        path.forEach(observation -> points.add(plane.place(observation)));
        return List.copyOf(points);
    }

    private Optional<Portrait> portrait(Simulation present, VectorEnvironment world, Plane plane, boolean moving) {
        boolean values = watched.contains(Look.VALUES);
        boolean policy = watched.contains(Look.POLICY);
        if (!values && !policy) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        boolean fresh = portraitAct == present.acts();
        boolean mayWait = moving && now - portraitAt < Math.max(PORTRAIT_PAUSE, SHARE * portraitCost);
        if (portrait.isEmpty() || !fresh && !mayWait) {
            portrait = Optional.of(Portrait.of(present.agent(), world, plane, values, policy));
            portraitAct = present.acts();
            portraitAt = System.nanoTime();
            portraitCost = portraitAt - now;
        }
        return portrait;
    }

    private static Looks.TwoNetworks networks(TargetNetwork agent, VectorEnvironment world) {
        double[] observation = world.observation();
        List<String> names = world.actionSpace() instanceof ActionSpace.Discrete numbered
                ? numbered.names()
                : List.of();
        return new Looks.TwoNetworks(
                names, agent.onlineValues(observation), agent.targetValues(observation), agent.distance());
    }
}
