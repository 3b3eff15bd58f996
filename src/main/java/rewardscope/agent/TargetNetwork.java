package rewardscope.agent;

/// An agent that learns towards the values of a slower copy of its network.
public interface TargetNetwork {
    /// Q(s, · , w) of an observation of the environment. A fresh array.
    double[] onlineValues(double[] observation);

    /// Q(s, · , w⁻) of the same. A fresh array.
    double[] targetValues(double[] observation);

    /// ‖w − w⁻‖
    double distance();
}
