package rewardscope.agent.gradient;

import java.util.Arrays;

/// (F + damping · I) v without ever writing F down: the network's tangent, the Fisher information of each action
/// distribution, and back. F is the Hessian of the mean KL divergence at the policy itself.
///
/// Works on flat vectors: the network's parameters, then the policy's further ones. Made for the batch of the learner's
/// latest forward.
final class FisherProduct implements ConjugateGradient.Product {
    private final Policy policy;
    private final Learner actor;
    private final int rows;
    private final double damping;
    private final double[] direction;
    private final double[] vFurther;

    FisherProduct(Policy policy, Learner actor, int rows, double damping) {
        this.policy = policy;
        this.actor = actor;
        this.rows = rows;
        this.damping = damping;
        direction = new double[actor.gradient.length];
        vFurther = new double[actor.dFurther.length];
    }

    @Override
    public void apply(double[] v, double[] out) {
        System.arraycopy(v, 0, direction, 0, direction.length);
        System.arraycopy(v, direction.length, vFurther, 0, vFurther.length);
        double[] change = actor.pass.tangent(direction);
        double[] h = actor.pass.outputs();
        Arrays.fill(actor.dOutputs, 0, rows * policy.outputs(), 0);
        Arrays.fill(actor.gradient, 0);
        Arrays.fill(actor.dFurther, 0);
        for (int i = 0; i < rows; i++) {
            policy.look(h, i);
            policy.addFisher(1.0 / rows, change, i, vFurther, actor.dOutputs, actor.dFurther);
        }
        actor.backward();
        flatten(actor, out);
        for (int j = 0; j < out.length; j++) {
            out[j] += damping * v[j];
        }
    }

    /// The learner's gradient as one vector.
    static void flatten(Learner learner, double[] out) {
        System.arraycopy(learner.gradient, 0, out, 0, learner.gradient.length);
        System.arraycopy(learner.dFurther, 0, out, learner.gradient.length, learner.dFurther.length);
    }
}
