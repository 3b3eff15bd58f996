package rewardscope.agent.gradient;

import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.GradientClipping;

/// What `ppo` and `ppo-penalty` share: they go through each batch several times in minibatches, and step down the
/// gradient of one loss that policy and value have in common. What that loss is, is in the file of the algorithm's name.
public abstract class EpochAgent extends BatchAgent {
    static final ParameterSpec.Hyper ENTROPY = new ParameterSpec.Hyper(
            "entropy-coefficient", "c_H", 0, 0, 1, "Weight of the entropy bonus, which keeps the policy random");
    static final ParameterSpec.Hyper VALUE = new ParameterSpec.Hyper(
            "value-coefficient", "c_v", 0.5, 0, 10, "Weight of the value's loss");
    static final ParameterSpec.Count EPOCHS =
            new ParameterSpec.Count("epochs", 10, 1, 1000, "How often a batch is gone through");
    static final ParameterSpec.Count MINIBATCHES =
            new ParameterSpec.Count("minibatches", 8, 1, 10_000, "Parts that a batch is cut into, each one update");
    static final ParameterSpec.Number MAX_GRADIENT_NORM = new ParameterSpec.Number(
            "max-gradient-norm", 0.5, 1e-9, 1e9, "A longer gradient is shortened to this length");
    static final ParameterSpec.Flag NORMALISE = new ParameterSpec.Flag(
            "normalise-advantages", true, "Bring the advantages of a minibatch to mean 0 and deviation 1");

    final Minibatch batch;

    /// ρ by sample of the minibatch.
    final double[] ratios;

    /// The numbers in force in the last update.
    double alphaUsed;

    double cH;
    double cV;

    /// Means over the last minibatch.
    double objective;

    double valueLoss;
    double entropy;
    double kl;

    double loss;
    double gradientNorm;

    private final HyperParameter alpha;
    private final HyperParameter entropyCoefficient;
    private final HyperParameter valueCoefficient;
    private final double maxGradientNorm;
    private final boolean normalise;

    EpochAgent(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ALPHA);
        entropyCoefficient = settings.hyper(ENTROPY);
        valueCoefficient = settings.hyper(VALUE);
        maxGradientNorm = settings.number(MAX_GRADIENT_NORM.name());
        normalise = settings.flag(NORMALISE.name());
        batch = new Minibatch(
                rollout,
                settings.count(MINIBATCHES.name()),
                settings.count(EPOCHS.name()),
                settings.random("minibatches"));
        ratios = new double[batch.index.length];
    }

    /// The next minibatch, with every sum at 0.
    final void beginUpdate() {
        alphaUsed = alpha.value();
        cH = entropyCoefficient.value();
        cV = valueCoefficient.value();
        batch.next(normalise);
        objective = 0;
        valueLoss = 0;
        entropy = 0;
        kl = 0;
    }

    /// ρ_i = π(a|s) / π_old(a|s)
    ///
    /// @param t the sample's step in the batch
    final double ratio(int i, int t) {
        ratios[i] = Math.exp(policy.logProbability(batch.actions, i) - rollout.logProbability[t]);
        return ratios[i];
    }

    /// Shortens ∇L of policy and value together.
    final void shortenGradient() {
        gradientNorm = GradientClipping.globalNorm(maxGradientNorm, actor.gradient, actor.dFurther, critic.gradient);
        if (!Double.isFinite(gradientNorm)) {
            throw diverged("the gradient is");
        }
    }

    /// θ ← θ − α ∇L
    final void descend() {
        actor.step(alphaUsed);
        critic.step(alphaUsed);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("batch", batch);
    }
}
