package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// One episode as it was lived through, and the return of each of its steps.
final class EpisodeMemory implements Stateful {
    private final int width;
    private final int actionWidth;
    private final List<Moment> moments = new ArrayList<>();

    /// S, A, R and the return G from there on (NaN until the episode is over).
    record Moment(double[] observation, double[] action, double reward, double g) {}

    EpisodeMemory(int width, int actionWidth) {
        this.width = width;
        this.actionWidth = actionWidth;
    }

    void add(double[] observation, double[] action, double reward) {
        moments.add(new Moment(observation, action.clone(), reward, Double.NaN));
    }

    Moment at(int t) {
        return moments.get(t);
    }

    int length() {
        return moments.size();
    }

    void clear() {
        moments.clear();
    }

    /// G_t = R_t + γ G_{t+1} for every step, from the last to the first.
    ///
    /// @param future what comes after the last step: 0 where the episode terminated
    void findReturns(double gamma, double future) {
        double g = future;
        for (int t = moments.size() - 1; t >= 0; t--) {
            Moment moment = moments.get(t);
            g = moment.reward() + gamma * g;
            moments.set(t, new Moment(moment.observation(), moment.action(), moment.reward(), g));
        }
    }

    @Override
    public void exchange(StateExchange state) {
        state.list("moments", moments, this::toNumbers, this::fromNumbers);
    }

    private double[] toNumbers(Moment moment) {
        var numbers = new double[width + actionWidth + 2];
        System.arraycopy(moment.observation(), 0, numbers, 0, width);
        System.arraycopy(moment.action(), 0, numbers, width, actionWidth);
        numbers[width + actionWidth] = moment.reward();
        numbers[width + actionWidth + 1] = moment.g();
        return numbers;
    }

    private Moment fromNumbers(double[] numbers) {
        var observation = new double[width];
        var action = new double[actionWidth];
        System.arraycopy(numbers, 0, observation, 0, width);
        System.arraycopy(numbers, width, action, 0, actionWidth);
        return new Moment(observation, action, numbers[width + actionWidth], numbers[width + actionWidth + 1]);
    }
}
