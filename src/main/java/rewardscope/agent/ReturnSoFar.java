package rewardscope.agent;

import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The discounted return of the running episode, G = Σ γ^t R_{t+1}, as it grows.
public final class ReturnSoFar implements Stateful {
    private double before;
    private double discount;
    private double value;
    private double nextDiscount = 1;

    /// Adds a reward.
    ///
    /// @param started whether it is the first of an episode
    public void add(double reward, double gamma, boolean started) {
        before = started ? 0 : value;
        discount = started ? 1 : nextDiscount;
        value = before + discount * reward;
        nextDiscount = discount * gamma;
    }

    /// G without the last reward.
    public double before() {
        return before;
    }

    /// γ^t of the last reward.
    public double discount() {
        return discount;
    }

    /// G
    public double value() {
        return value;
    }

    /// The record of the transition that brought the last reward.
    public Gathered event(
            int s, int a, double r, int sNext, boolean started, boolean terminated, boolean truncated) {
        return new Gathered(s, a, r, sNext, started, terminated, truncated, discount, before, value);
    }

    @Override
    public void exchange(StateExchange state) {
        value = state.number("value", value);
        nextDiscount = state.number("nextDiscount", nextDiscount);
    }
}
