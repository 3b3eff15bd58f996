package rewardscope.agent.gradient;

import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.Sight;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.GradientClipping;

/// Trust region policy optimisation: the longest step along the natural gradient that keeps the policy within a small
/// KL divergence of the one that collected the batch.
///
/// g ← ∇ L(θ),  L = mean_i ρ_i Â_i;  x ≈ F⁻¹ g by conjugate gradients;  β ← √(2δ / xᵀFx)
/// θ ← θ + b^j β x with the smallest j for which L has grown and KL(π_old ‖ π) ≤ δ
///
/// Schulman et al. (2015), appendix C. One act is one step collected, the estimation of a batch's advantages, the
/// natural gradient, one try of the line search, or one minibatch of the value's fit.
public final class Trpo extends BatchAgent {
    static final ParameterSpec.Hyper MAX_KL = new ParameterSpec.Hyper(
            "max-kl", "\\delta", 0.01, 1e-6, 1, "How far the policy may move in one batch, as mean KL divergence");
    static final ParameterSpec.Count CG_ITERATIONS =
            new ParameterSpec.Count("cg-iterations", 10, 1, 1000, "Iterations of the conjugate gradient method");
    static final ParameterSpec.Number DAMPING = new ParameterSpec.Number(
            "damping", 0.1, 0, 1e6, "Added to the diagonal of the Fisher information, which may be singular");
    static final ParameterSpec.Number BACKTRACK =
            new ParameterSpec.Number("backtrack", 0.8, 0.01, 0.99, "Each try of the line search is shorter by this");
    static final ParameterSpec.Count TRIES =
            new ParameterSpec.Count("tries", 10, 1, 1000, "Tries of the line search before the step is given up");
    static final ParameterSpec.Count EPOCHS =
            new ParameterSpec.Count("epochs", 10, 1, 1000, "How often the value's fit goes through a batch");
    static final ParameterSpec.Count MINIBATCHES =
            new ParameterSpec.Count("minibatches", 8, 1, 10_000, "Parts that a batch is cut into for the value's fit");

    public static final AgentType TYPE = new AgentType(
            "trpo",
            "Trust region policy optimisation",
            Family.POLICY_GRADIENT,
            List.of(
                    ALPHA,
                    GAMMA,
                    LAMBDA,
                    MAX_KL,
                    HORIZON,
                    CG_ITERATIONS,
                    DAMPING,
                    BACKTRACK,
                    TRIES,
                    EPOCHS,
                    MINIBATCHES,
                    HIDDEN,
                    SCALE,
                    INITIAL_STD),
            Sight::needsAnyActions,
            Trpo::new)
            .onAnyDevice();

    private enum Phase {
        COLLECT,
        ESTIMATE_ADVANTAGES,
        NATURAL_GRADIENT,
        LINE_SEARCH,
        FIT_VALUES
    }

    private final HyperParameter alpha;
    private final HyperParameter maxKl;
    private final int cgIterations;
    private final double damping;
    private final double backtrack;
    private final int tries;
    private final Minibatch batch;
    private final double[] normalised;
    private final double[] thetaOld;
    private final double[] fullStep;

    private Phase phase = Phase.COLLECT;
    private Phase done = Phase.COLLECT;
    private int attempt;
    private double maxKlUsed;
    private double surrogateOld;
    private List<Double> residuals = List.of();
    private double gradientNorm;
    private double curvature;
    private double stepScale;
    private int attempted;
    private double surrogateNew;
    private double kl;
    private double entropy;
    private boolean accepted;
    private double alphaUsed;
    private double valueLoss;
    private double firstValue;
    private double firstTarget;

    public Trpo(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ALPHA);
        maxKl = settings.hyper(MAX_KL);
        cgIterations = settings.count(CG_ITERATIONS.name());
        damping = settings.number(DAMPING.name());
        backtrack = settings.number(BACKTRACK.name());
        tries = settings.count(TRIES.name());
        batch = new Minibatch(
                rollout,
                settings.count(MINIBATCHES.name()),
                settings.count(EPOCHS.name()),
                settings.random("minibatches"));
        normalised = new double[rollout.capacity];
        int parameters = actor.gradient.length + actor.dFurther.length;
        thetaOld = new double[parameters];
        fullStep = new double[parameters];
    }

    @Override
    public void advance() {
        done = phase;
        switch (phase) {
            case COLLECT -> {
                collectStep();
                phase = rollout.full() ? Phase.ESTIMATE_ADVANTAGES : Phase.COLLECT;
            }
            case ESTIMATE_ADVANTAGES -> {
                estimateAdvantages();
                phase = Phase.NATURAL_GRADIENT;
            }
            case NATURAL_GRADIENT -> {
                findNaturalGradient();
                attempt = 0;
                marks = 0;
                phase = Phase.LINE_SEARCH;
            }
            case LINE_SEARCH -> {
                tryStep();
                marks = 0;
                batch.restart();
                phase = accepted || attempt == tries ? Phase.FIT_VALUES : Phase.LINE_SEARCH;
            }
            case FIT_VALUES -> {
                fitValues();
                marks = batch.last() ? Mark.UPDATE : 0;
                if (batch.last()) {
                    rollout.clear();
                    phase = Phase.COLLECT;
                }
            }
        }
    }

    /// g ← ∇ L(θ);  x ≈ F⁻¹ g;  β ← √(2δ / xᵀFx)
    private void findNaturalGradient() {
        int n = rollout.size;
        maxKlUsed = maxKl.value();
        normaliseAdvantages();
        double[] h = actor.forward(rollout.observations, n);
        surrogateOld = 0;
        entropy = 0;
        for (int i = 0; i < n; i++) {
            policy.look(h, i);
            surrogateOld += normalised[i] / n; // ρ = 1
            entropy += policy.entropy() / n;
            policy.addScore(normalised[i] / n, rollout.actions, i, actor.dOutputs, i, actor.dFurther);
        }
        actor.backward();
        gradientNorm = GradientClipping.norm(actor.gradient, actor.dFurther);
        if (!Double.isFinite(gradientNorm)) {
            throw diverged("the gradient is");
        }
        var g = new double[fullStep.length];
        FisherProduct.flatten(actor, g);

        var fisher = new FisherProduct(policy, actor, n, damping);
        var solution = ConjugateGradient.solve(fisher, g, cgIterations);
        residuals = solution.residuals();
        double[] x = solution.x();
        var fx = new double[x.length];
        fisher.apply(x, fx);
        curvature = Math.max(ConjugateGradient.dot(x, fx), 1e-300);
        stepScale = Math.sqrt(2 * maxKlUsed / curvature);
        for (int j = 0; j < x.length; j++) {
            fullStep[j] = stepScale * x[j];
        }
        System.arraycopy(actor.net.parameters(), 0, thetaOld, 0, actor.gradient.length);
        System.arraycopy(actor.further, 0, thetaOld, actor.gradient.length, actor.dFurther.length);
    }

    private void normaliseAdvantages() {
        var all = new int[rollout.size];
        for (int t = 0; t < all.length; t++) {
            all[t] = t;
        }
        Advantages.normalise(rollout.advantage, all, 0, all.length, normalised);
    }

    /// θ ← θ_old + b^j β x, kept if L has grown and the KL divergence is at most δ.
    private void tryStep() {
        attempted = attempt++;
        move(Math.pow(backtrack, attempted));
        int n = rollout.size;
        normaliseAdvantages();
        double[] h = actor.forward(rollout.observations, n);
        surrogateNew = 0;
        kl = 0;
        for (int i = 0; i < n; i++) {
            policy.look(h, i);
            double ratio = Math.exp(policy.logProbability(rollout.actions, i) - rollout.logProbability[i]);
            surrogateNew += ratio * normalised[i] / n;
            kl += policy.kl(rollout.memory, i) / n;
        }
        accepted = surrogateNew > surrogateOld && kl <= maxKlUsed;
        if (!accepted && attempt == tries) {
            move(0);
        }
    }

    private void move(double fraction) {
        double[] theta = actor.net.parameters();
        for (int j = 0; j < theta.length; j++) {
            theta[j] = thetaOld[j] + fraction * fullStep[j];
        }
        for (int j = 0; j < actor.further.length; j++) {
            actor.further[j] = thetaOld[theta.length + j] + fraction * fullStep[theta.length + j];
        }
    }

    /// w ← w − α ∇ ½ mean_i (V_i − V̂_i)² over the next minibatch.
    private void fitValues() {
        alphaUsed = alpha.value();
        batch.next(false);
        int n = batch.size;
        double[] v = critic.forward(batch.observations, n);
        valueLoss = 0;
        firstValue = v[0];
        firstTarget = rollout.target[batch.index[0]];
        for (int i = 0; i < n; i++) {
            double target = rollout.target[batch.index[i]];
            valueLoss += ValueLoss.value(v[i], target) / n;
            critic.dOutputs[i] = ValueLoss.slope(v[i], target) / n;
        }
        critic.backward();
        if (!Double.isFinite(GradientClipping.norm(critic.gradient))) {
            throw diverged("the value's gradient is");
        }
        critic.step(alphaUsed);
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case COLLECT -> stepEvent();
            case ESTIMATE_ADVANTAGES -> advantageEvent();
            case NATURAL_GRADIENT ->
                new TrpoEvents.NaturalGradient(
                        surrogateOld, entropy, gradientNorm, residuals, maxKlUsed, curvature, stepScale);
            case LINE_SEARCH ->
                new TrpoEvents.LineSearch(
                        attempted,
                        backtrack,
                        Math.pow(backtrack, attempted),
                        surrogateOld,
                        surrogateNew,
                        surrogateNew - surrogateOld,
                        kl,
                        maxKlUsed,
                        accepted);
            case FIT_VALUES ->
                new TrpoEvents.ValueFit(
                        batch.epoch,
                        batch.number,
                        alphaUsed,
                        valueLoss,
                        ValueLoss.value(firstValue, firstTarget),
                        firstValue,
                        firstTarget);
        };
    }

    @Override
    public List<Series> series() {
        return List.of(
                new Series("surrogate", Mark.UPDATE, () -> surrogateNew - surrogateOld),
                new Series("kl", Mark.UPDATE, () -> accepted ? kl : 0),
                new Series("entropy", Mark.UPDATE, () -> entropy),
                new Series("gradient-norm", Mark.UPDATE, () -> gradientNorm),
                new Series("value-loss", Mark.UPDATE, () -> valueLoss));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("batch", batch);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        attempt = state.integer("attempt", attempt);
        maxKlUsed = state.number("maxKl", maxKlUsed);
        surrogateOld = state.number("surrogateOld", surrogateOld);
        state.numbers("thetaOld", thetaOld);
        state.numbers("fullStep", fullStep);
        // read by the curves at the end of the batch
        surrogateNew = state.number("surrogateNew", surrogateNew);
        kl = state.number("kl", kl);
        entropy = state.number("entropy", entropy);
        gradientNorm = state.number("gradientNorm", gradientNorm);
        accepted = state.flag("accepted", accepted);
    }
}
