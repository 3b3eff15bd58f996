package rewardscope.agent.approximation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Diverged;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Replays;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TargetNetwork;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.Activation;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.GradientClipping;
import rewardscope.nn.mlp.Initialisation;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.MlpPass;

/// Deep Q-learning: a network learns Q from replayed transitions, towards targets that a slower copy of it gives.
///
/// y_i ← R_i + γ max_a Q(S′_i, a, w⁻);  w ← w − α ∇ mean_i loss(Q(S_i, A_i, w) − y_i);  w⁻ ← w now and then
///
/// Mnih et al. (2015), algorithm 1. One act is one transition, one minibatch, or one copy of the target network.
public final class Dqn
        implements Agent,
                ActionValues,
                ActionProbabilities,
                ObservationValues,
                ObservationPolicy,
                Replays,
                TargetNetwork {
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
            Dqn::new);

    private static final Equation STORED = Equation.of(
            "#{qGreedy|\\max_a Q(S,a)} = \\max \\left( #each{values||,|#{q|Q(S,a)}} \\right)");
    private static final Equation TARGET = Equation.of(
            """
            #{target|y_1} = #{reward|R_1} + #{gamma|\\gamma} #{qTargetNext|Q(S_1',a^*,w^-)} \\\\ \
            #{tdError|\\delta_1} = #{target|y_1} - #{q|Q(S_1,A_1,w)}""");
    private static final Equation COPY = Equation.of("#{tau|\\tau} = 1");

    private enum Phase {
        ACT,
        LEARN,
        COPY_TARGET
    }

    private final Sight sight;
    private final Hyperparameters hyperparameters;
    private final HyperParameter alpha;
    private final HyperParameter gamma;
    private final HyperParameter epsilon;
    private final HyperParameter tau;
    private final int warmUp;
    private final int trainEvery;
    private final int targetEvery;
    private final boolean huber;
    private final boolean doubleQ;
    private final RandomStream random;
    private final RandomStream sampling;
    private final int actions;
    private final Mlp online;
    private final Mlp target;
    private final MlpPass one;
    private final MlpPass targetOne;
    private final MlpPass onlinePass;
    private final MlpPass onlineNextPass;
    private final MlpPass targetPass;
    private final Adam optimiser;
    private final double[] gradient;
    private final ReplayBuffer replay;

    private final int[] index;
    private final double[] s;
    private final double[] sNext;
    private final double[] dq;
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
        sight = new Sight(settings.environment(), settings.flag(SCALE.name()));
        hyperparameters = settings.hyperparameters();
        alpha = settings.hyper(ALPHA);
        gamma = settings.hyper(GAMMA);
        epsilon = settings.hyper(ParameterSpec.EPSILON);
        tau = settings.hyper(TAU);
        warmUp = settings.count(WARM_UP.name());
        trainEvery = settings.count(TRAIN_EVERY.name());
        targetEvery = settings.count(TARGET_EVERY.name());
        huber = settings.choice(LOSS.name()).equals("huber");
        doubleQ = settings.flag(DOUBLE.name());
        random = settings.random("policy");
        sampling = settings.random("minibatches");
        actions = sight.actionCount();
        online = network(settings.counts(HIDDEN.name()));
        Initialisation.uniform(online, settings.random("initialisation"));
        target = online.copy();
        int batch = settings.count(BATCH.name());
        one = new MlpPass(online, 1);
        targetOne = new MlpPass(target, 1);
        onlinePass = new MlpPass(online, batch);
        onlineNextPass = new MlpPass(online, batch);
        targetPass = new MlpPass(target, batch);
        optimiser = Adam.of(online.parameterCount(), alpha.value());
        gradient = new double[online.parameterCount()];
        replay = new ReplayBuffer(settings.count(REPLAY.name()), sight.width());
        index = new int[batch];
        s = new double[batch * sight.width()];
        sNext = new double[batch * sight.width()];
        dq = new double[batch * actions];
        y = new double[batch];
        qTaken = new double[batch];
        qValues = new double[actions];
    }

    private Mlp network(List<Integer> hidden) {
        var widths = new int[hidden.size() + 2];
        widths[0] = sight.width();
        for (int i = 0; i < hidden.size(); i++) {
            widths[i + 1] = hidden.get(i);
        }
        widths[hidden.size() + 1] = actions;
        return new Mlp(Activation.RELU, widths);
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
                target.copyFrom(online);
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
        System.arraycopy(one.forward(observation, 1), 0, qValues, 0, actions);
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
        double[] qTargetNext = targetPass.forward(sNext, n);
        double[] qNext = doubleQ ? onlineNextPass.forward(sNext, n) : qTargetNext;
        double[] q = onlinePass.forward(s, n);
        Arrays.fill(dq, 0);
        loss = 0;
        meanQ = 0;
        for (int i = 0; i < n; i++) {
            int k = index[i];
            y[i] = DqnTarget.doubleOf(
                    replay.reward(k), gammaUsed, replay.terminated(k), qNext, qTargetNext, i, actions);
            int taken = i * actions + replay.action(k);
            qTaken[i] = q[taken];
            double error = q[taken] - y[i];
            loss += (huber ? DqnTarget.huber(error) : error * error) / n;
            dq[taken] = (huber ? DqnTarget.huberSlope(error) : 2 * error) / n;
            meanQ += q[taken] / n;
        }
        Arrays.fill(gradient, 0);
        onlinePass.backward(dq, gradient);
        gradientNorm = GradientClipping.globalNorm(10, gradient);
        if (!Double.isFinite(gradientNorm + loss)) {
            throw new Diverged(steps, "the network's loss is no longer finite (try a smaller `alpha`)");
        }
        optimiser.learningRate(alphaUsed);
        optimiser.step(online.parameters(), gradient);
        if (tauUsed > 0) {
            target.polyak(tauUsed, online);
        }
        updates++;
        marks = Mark.UPDATE;
    }

    @Override
    public Replays.Contents replay(int most) {
        return replay.contents(most);
    }

    @Override
    public double[] onlineValues(double[] observation) {
        return one.forward(sight.see(observation), 1).clone();
    }

    @Override
    public double[] targetValues(double[] observation) {
        return targetOne.forward(sight.see(observation), 1).clone();
    }

    @Override
    public double distance() {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            double d = online.parameters()[i] - target.parameters()[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /// Q of one action.
    public record Value(int action, double q) {}

    /// The record of one transition, stored in the replay buffer.
    ///
    /// @param qGreedy the largest of the values in S
    /// @param slot where in the replay buffer it was put
    /// @param stored transitions in the buffer now
    public record Stored(
            List<Double> observation,
            int action,
            double reward,
            List<Double> nextObservation,
            boolean started,
            boolean terminated,
            boolean truncated,
            boolean explored,
            double epsilon,
            List<Value> values,
            double qGreedy,
            int slot,
            int stored,
            Optional<Move> move)
            implements StepEvent {
        @Override
        public Equation equation() {
            return STORED;
        }
    }

    /// One replayed transition of a minibatch.
    ///
    /// @param slot its place in the replay buffer
    /// @param q Q(S, A, w) before the update
    /// @param target y
    public record Sample(
            int slot, int action, double reward, boolean terminated, double q, double target, double tdError) {}

    /// The record of one minibatch. The equation is its first sample.
    ///
    /// @param qTargetNext what the target network says of S′; 0 if the episode terminated
    /// @param loss mean loss of the minibatch
    /// @param gradientNorm before it was shortened to at most 10
    public record Learning(
            double alpha,
            double gamma,
            double tau,
            double reward,
            double qTargetNext,
            double target,
            double q,
            double tdError,
            double loss,
            double meanQ,
            double gradientNorm,
            List<Sample> samples)
            implements StepEvent {
        @Override
        public Equation equation() {
            return TARGET;
        }
    }

    /// The record of copying the network into the target network.
    ///
    /// @param tau 1: a whole copy
    /// @param distance how far apart their weights were
    /// @param updates minibatches so far
    public record Copy(double tau, double distance, long updates) implements StepEvent {
        @Override
        public Equation equation() {
            return COPY;
        }
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case ACT -> storedEvent();
            case LEARN -> learningEvent();
            case COPY_TARGET -> new Copy(1, distance, updates);
        };
    }

    private Stored storedEvent() {
        var values = new ArrayList<Value>();
        for (int action = 0; action < actions; action++) {
            values.add(new Value(action, qValues[action]));
        }
        return new Stored(
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

    private Learning learningEvent() {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < index.length; i++) {
            int k = index[i];
            samples.add(new Sample(
                    k, replay.action(k), replay.reward(k), replay.terminated(k), qTaken[i], y[i], y[i] - qTaken[i]));
        }
        Sample first = samples.getFirst();
        double qTargetNext = first.terminated() || gammaUsed == 0 ? 0 : (y[0] - first.reward()) / gammaUsed;
        return new Learning(
                alphaUsed,
                gammaUsed,
                tauUsed,
                first.reward(),
                qTargetNext,
                first.target(),
                first.q(),
                first.tdError(),
                loss,
                meanQ,
                gradientNorm,
                List.copyOf(samples));
    }

    @Override
    public double value(double[] observation) {
        return Arrays.stream(one.forward(sight.see(observation), 1)).max().orElseThrow();
    }

    @Override
    public double[] policyAt(double[] observation) {
        return epsilonGreedy(one.forward(sight.see(observation), 1));
    }

    private double[] epsilonGreedy(double[] q) {
        var policy = new double[actions];
        Arrays.fill(policy, epsilon.value() / actions);
        policy[DqnTarget.best(q, 0, actions)] += 1 - epsilon.value();
        return policy;
    }

    @Override
    public double[] policy(int state) {
        boolean terminal = environment() instanceof FiniteEnvironment world
                && world.model().terminal(state);
        return terminal ? new double[actions] : epsilonGreedy(one.forward(sight.indicator(state), 1));
    }

    /// By state in a finite world; empty where states are real numbers.
    @Override
    public double[][] q() {
        if (!(environment() instanceof FiniteEnvironment world)) {
            return new double[0][];
        }
        var q = new double[world.model().states()][];
        for (int state = 0; state < q.length; state++) {
            q[state] = world.model().terminal(state)
                    ? new double[actions]
                    : one.forward(sight.indicator(state), 1).clone();
        }
        return q;
    }

    @Override
    public int marks() {
        return marks;
    }

    @Override
    public Environment environment() {
        return sight.environment();
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
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
        state.part("online", online);
        state.part("target", target);
        state.part("optimiser", optimiser);
        state.part("replay", replay);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        steps = state.longInteger("steps", steps);
        updates = state.longInteger("updates", updates);
    }
}
