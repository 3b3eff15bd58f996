package rewardscope.agent.approximation;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The records of deep Q-learning: a transition that was stored, a minibatch, a copy of the target network.
public final class DqnEvents {
    private static final Equation STORED = Equation.of(
            "#{qGreedy|\\max_a Q(S,a)} = \\max \\left( #each{values||,|#{q|Q(S,a)}} \\right)");
    private static final Equation TARGET = Equation.of(
            """
            #{target|y_1} = #{reward|R_1} + #{gamma|\\gamma} #{qTargetNext|Q(S_1',a^*,w^-)} \\\\ \
            #{tdError|\\delta_1} = #{target|y_1} - #{q|Q(S_1,A_1,w)}""");
    private static final Equation COPY = Equation.of("#{tau|\\tau} = 1");

    private DqnEvents() {}

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
    /// @param qTargetNext what the target network says of S′; 0 if the episode terminated
    /// @param target y
    /// @param q Q(S, A, w) before the update
    public record Sample(
            int slot,
            int action,
            double reward,
            boolean terminated,
            double qTargetNext,
            double target,
            double q,
            double tdError) {}

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
}
