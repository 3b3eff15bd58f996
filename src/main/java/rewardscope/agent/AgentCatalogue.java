package rewardscope.agent;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.approximation.Dqn;
import rewardscope.agent.approximation.LinearQ;
import rewardscope.agent.approximation.LinearSarsa;
import rewardscope.agent.bandit.EpsilonGreedy;
import rewardscope.agent.bandit.GradientBandit;
import rewardscope.agent.bandit.Greedy;
import rewardscope.agent.bandit.SoftmaxBandit;
import rewardscope.agent.bandit.ThompsonSampling;
import rewardscope.agent.bandit.UpperConfidenceBound;
import rewardscope.agent.control.BugLab;
import rewardscope.agent.control.DynaQ;
import rewardscope.agent.control.ExpectedSarsa;
import rewardscope.agent.control.McControl;
import rewardscope.agent.control.NStepSarsa;
import rewardscope.agent.control.QLambda;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.control.Sarsa;
import rewardscope.agent.control.SarsaLambda;
import rewardscope.agent.gradient.ActorCritic;
import rewardscope.agent.gradient.Ppo;
import rewardscope.agent.gradient.PpoPenalty;
import rewardscope.agent.gradient.Reinforce;
import rewardscope.agent.gradient.ReinforceBaseline;
import rewardscope.agent.gradient.Trpo;
import rewardscope.agent.language.NextToken;
import rewardscope.agent.nolearning.HumanAgent;
import rewardscope.agent.nolearning.RandomAgent;
import rewardscope.agent.nolearning.ScriptedAgent;
import rewardscope.agent.planning.Exact;
import rewardscope.agent.planning.PolicyEvaluation;
import rewardscope.agent.planning.PolicyIteration;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.agent.prediction.LeastSquaresMc;
import rewardscope.agent.prediction.LeastSquaresTd;
import rewardscope.agent.prediction.LinearTd;
import rewardscope.agent.prediction.McPrediction;
import rewardscope.agent.prediction.NStepTd;
import rewardscope.agent.prediction.OffPolicyTd;
import rewardscope.agent.prediction.TdLambda;
import rewardscope.agent.prediction.TdPrediction;

/// All algorithms, one line each, in the order of a course. A new algorithm adds its line here.
public final class AgentCatalogue {
    private static final List<AgentType> ALL = List.of(
            // no learning
            RandomAgent.TYPE,
            ScriptedAgent.TYPE,
            HumanAgent.TYPE,
            // bandits
            Greedy.TYPE,
            EpsilonGreedy.TYPE,
            UpperConfidenceBound.TYPE,
            SoftmaxBandit.TYPE,
            GradientBandit.TYPE,
            ThompsonSampling.TYPE,
            // planning with the model
            PolicyEvaluation.TYPE,
            PolicyIteration.TYPE,
            ValueIteration.TYPE,
            Exact.TYPE,
            // prediction
            McPrediction.TYPE,
            TdPrediction.TYPE,
            NStepTd.TYPE,
            TdLambda.TYPE,
            OffPolicyTd.TYPE,
            LinearTd.TYPE,
            LeastSquaresTd.TYPE,
            LeastSquaresMc.TYPE,
            // control
            McControl.TYPE,
            Sarsa.TYPE,
            ExpectedSarsa.TYPE,
            QLearning.TYPE,
            NStepSarsa.TYPE,
            SarsaLambda.TYPE,
            QLambda.TYPE,
            DynaQ.TYPE,
            BugLab.TYPE,
            // function approximation
            LinearSarsa.TYPE,
            LinearQ.TYPE,
            Dqn.TYPE,
            // policy gradient
            Reinforce.TYPE,
            ReinforceBaseline.TYPE,
            ActorCritic.TYPE,
            Trpo.TYPE,
            Ppo.TYPE,
            PpoPenalty.TYPE,
            // language models
            NextToken.TYPE);

    private AgentCatalogue() {}

    public static List<AgentType> all() {
        return ALL;
    }

    public static Optional<AgentType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
