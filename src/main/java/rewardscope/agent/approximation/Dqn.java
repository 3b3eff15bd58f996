package rewardscope.agent.approximation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Diverged;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.GradientClipping;

/// Deep Q-learning: a network learns Q from replayed transitions, towards targets that a slower copy of it gives.
///
/// y_i ← R_i + γ max_a Q(S′_i, a, w⁻);  w ← w − α ∇ mean_i loss(Q(S_i, A_i, w) − y_i);  w⁻ ← w now and then
///
/// Mnih et al. (2015), algorithm 1. One act is one transition, one minibatch, or one copy of the target network.
public final class Dqn extends QNetworkAgent {
    static final ParameterSpec.Hyper ALPHA =
            new ParameterSpec.Hyper("alpha", "\\alpha", 1e-3, 0, 1, "Step size of the optimiser (Adam)");
    static final ParameterSpec.Hyper GAMMA =
            new ParameterSpec.Hyper("gamma", "\\gamma", 0.99, 0, 1, ParameterSpec.GAMMA.meaning());
    static final ParameterSpec.Count REPLAY =
            new ParameterSpec.Count("replay", 10_000, 1, 1_000_000, "Transitions that the replay buffer holds");
    static final ParameterSpec.Count BATCH =
            new ParameterSpec.Count("batch", 64, 1, 4096, "Transitions in a minibatch");
    static final ParameterSpec.Count WARM_UP =
            new ParameterSpec.Count("warm-up", 500, 1, 1_000_000, "Transitions to collect before learning starts");
    static final ParameterSpec.Count TRAIN_EVERY =
            new ParameterSpec.Count("train-every", 1, 1, 1000, "Transitions between two minibatches");
    static final ParameterSpec.Count TARGET_EVERY = new ParameterSpec.Count(
            "target-every", 250, 1, 1_000_000, "Minibatches between two copies of the target network (without `tau`)");
    static final ParameterSpec.Hyper TAU = new ParameterSpec.Hyper(
            "tau", "\\tau", 0, 0, 1, "Soft updates: how far the target follows with every minibatch; 0: copies");
    static final ParameterSpec.Choice LOSS = new ParameterSpec.Choice(
            "loss", List.of("huber", "squared"), "Huber's loss, which large errors do not dominate, or the square");
    static final ParameterSpec.Flag DOUBLE = new ParameterSpec.Flag(
            "double", true, "Double Q-learning: the network chooses the next action, the target judges it");
    static final ParameterSpec.Counts HIDDEN =
            new ParameterSpec.Counts("hidden", List.of(64, 64), 1, 512, "Widths of the hidden layers (ReLU)");
    static final ParameterSpec.Flag SCALE = new ParameterSpec.Flag(
            "scale", true, "Bring the usual range of every component of the observation to [-1, 1]");

    public static final AgentType TYPE = new AgentType(
            "dqn",
            "Deep Q-network",
            Family.APPROXIMATION,
            List.of(
                    ALPHA,
                    GAMMA,
                    ParameterSpec.EPSILON,
                    TAU,
                    REPLAY,
                    BATCH,
                    WARM_UP,
                    TRAIN_EVERY,
                    TARGET_EVERY,
                    LOSS,
                    DOUBLE,
                    HIDDEN,
                    SCALE),
            Sight::needsNumberedActions,
            Dqn::new)
            .onAnyDevice();

    private enum Phase {
        ACT,
        LEARN,
        COPY_TARGET
    }

    private final HyperParameter alpha;
    private final HyperParameter gamma;
    private final HyperParameter tau;
    private final int warmUp;
    private final int trainEvery;
    private final int targetEvery;
    private final boolean huber;
    private final boolean doubleQ;
    private final RandomStream random;
    private final RandomStream sampling;

    private final int[] index;
    private final double[] s;
    private final double[] sNext;
    private final double[] dq;
    private final double[] qFuture;
    private final double[] y;
    private final double[] qTaken;

    private Phase phase = Phase.ACT;
    private Phase done = Phase.ACT;
    private int marks;
    private long steps;
    private long updates;

    private double[] observation = {};
    private double[] next = {};
    private int a;
    private boolean explored;
    private double epsilonUsed;
    private final double[] qValues;
    private double alphaUsed;
    private double gammaUsed;
    private double tauUsed;
    private double loss;
    private double meanQ;
    private double gradientNorm;
    private double distance;

    public Dqn(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ALPHA);
        gamma = settings.hyper(GAMMA);
        tau = settings.hyper(TAU);
        warmUp = settings.count(WARM_UP.name());
        trainEvery = settings.count(TRAIN_EVERY.name());
        targetEvery = settings.count(TARGET_EVERY.name());
        huber = settings.choice(LOSS.name()).equals("huber");
        doubleQ = settings.flag(DOUBLE.name());
        random = settings.random("policy");
        sampling = settings.random("minibatches");
        int batch = settings.count(BATCH.name());
        index = new int[batch];
        s = new double[batch * sight.width()];
        sNext = new double[batch * sight.width()];
        dq = new double[batch * actions];
        qFuture = new double[batch];
        y = new double[batch];
        qTaken = new double[batch];
        qValues = new double[actions];
    }

    @Override
    public void advance() {
        done = phase;
        switch (phase) {
            case ACT -> {
                actAndStore();
                boolean due = replay.size() >= Math.min(warmUp, replay.capacity()) && steps % trainEvery == 0;
                phase = due ? Phase.LEARN : Phase.ACT;
            }
            case LEARN -> {
                learn();
                phase = tauUsed == 0 && updates % targetEvery == 0 ? Phase.COPY_TARGET : Phase.ACT;
            }
            case COPY_TARGET -> {
                distance = distance();
                nets.copy();
                marks = 0;
                phase = Phase.ACT;
            }
        }
    }

    /// A ← ε-greedy in Q(S, ·, w); stores (S, A, R, S′).
    private void actAndStore() {
        observation = sight.look();
        if (sight.started()) {
            hyperparameters.startEpisode();
        }
        System.arraycopy(nets.one.forward(observation, 1), 0, qValues, 0, actions);
        epsilonUsed = epsilon.value();
        explored = random.chance(epsilonUsed);
        a = explored ? random.below(actions) : random.argmax(qValues);
        next = sight.act(new double[] {a});
        replay.add(observation, a, sight.reward(), next, sight.terminated());
        steps++;
        marks = sight.endsEpisode() ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    /// w ← w − α ∇ mean_i loss(Q(S_i, A_i, w) − y_i)
    private void learn() {
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();
        tauUsed = tau.value();
        int n = index.length;
        replay.sample(index, sampling);
        for (int i = 0; i < n; i++) {
            replay.observations(index[i], s, sNext, i);
        }
        double[] qTargetNext = nets.targetNext.forward(sNext, n);
        double[] qChoosing = doubleQ ? nets.batchNext.forward(sNext, n) : qTargetNext;
        double[] q = nets.batch.forward(s, n);
        Arrays.fill(dq, 0);
        loss = 0;
        meanQ = 0;
        for (int i = 0; i < n; i++) {
            int k = index[i];
            qFuture[i] = DqnTarget.next(replay.terminated(k), qChoosing, qTargetNext, i, actions);
            y[i] = replay.reward(k) + gammaUsed * qFuture[i];
            int taken = i * actions + replay.action(k);
            qTaken[i] = q[taken];
            double error = q[taken] - y[i];
            loss += (huber ? DqnTarget.huber(error) : error * error) / n;
            dq[taken] = (huber ? DqnTarget.huberSlope(error) : 2 * error) / n;
            meanQ += q[taken] / n;
        }
        nets.backward(dq);
        gradientNorm = GradientClipping.globalNorm(10, nets.gradient);
        if (!Double.isFinite(gradientNorm + loss)) {
            throw new Diverged(steps, "the network's loss is no longer finite (try a smaller `alpha`)");
        }
        nets.step(alphaUsed);
        if (tauUsed > 0) {
            nets.follow(tauUsed);
        }
        updates++;
        marks = Mark.UPDATE;
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case ACT -> storedEvent();
            case LEARN -> learningEvent();
            case COPY_TARGET -> new DqnEvents.Copy(1, distance, updates);
        };
    }

    private DqnEvents.Stored storedEvent() {
        var values = new ArrayList<DqnEvents.Value>();
        for (int action = 0; action < actions; action++) {
            values.add(new DqnEvents.Value(action, qValues[action]));
        }
        return new DqnEvents.Stored(
                LinearQ.list(observation),
                a,
                sight.reward(),
                LinearQ.list(next),
                sight.started(),
                sight.terminated(),
                sight.truncated(),
                explored,
                epsilonUsed,
                List.copyOf(values),
                Arrays.stream(qValues).max().orElseThrow(),
                replay.newest(),
                replay.size(),
                sight.move());
    }

    private DqnEvents.Learning learningEvent() {
        var samples = new ArrayList<DqnEvents.Sample>();
        for (int i = 0; i < index.length; i++) {
            int k = index[i];
            samples.add(new DqnEvents.Sample(
                    k,
                    replay.action(k),
                    replay.reward(k),
                    replay.terminated(k),
                    qFuture[i],
                    y[i],
                    qTaken[i],
                    y[i] - qTaken[i]));
        }
        DqnEvents.Sample first = samples.getFirst();
        return new DqnEvents.Learning(
                alphaUsed,
                gammaUsed,
                tauUsed,
                first.reward(),
                first.qTargetNext(),
                first.target(),
                first.q(),
                first.tdError(),
                loss,
                meanQ,
                gradientNorm,
                List.copyOf(samples));
    }

    @Override
    public int marks() {
        return marks;
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("loss", Mark.UPDATE, () -> loss),
                new Series("mean-q", Mark.UPDATE, () -> meanQ),
                new Series("target-distance", Mark.UPDATE, this::distance),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", sight.environment());
        state.part("hyperparameters", hyperparameters);
        state.part("random", random);
        state.part("sampling", sampling);
        nets.exchange(state);
        state.part("replay", replay);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        steps = state.longInteger("steps", steps);
        updates = state.longInteger("updates", updates);
    }
}
