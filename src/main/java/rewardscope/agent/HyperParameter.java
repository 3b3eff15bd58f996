package rewardscope.agent;

import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// One number of an algorithm that follows a schedule and that a slider may change between two acts.
public final class HyperParameter implements Stateful {
    private final ParameterSpec.Hyper spec;
    private Schedule schedule;
    private double value;

    HyperParameter(ParameterSpec.Hyper spec, Schedule schedule) {
        this.spec = spec;
        this.schedule = schedule;
        value = schedule.at(1);
    }

    public ParameterSpec.Hyper spec() {
        return spec;
    }

    /// The value in force now.
    public double value() {
        return value;
    }

    /// Of a switch: whether it is on.
    public boolean on() {
        return value >= 0.5;
    }

    public Schedule schedule() {
        return schedule;
    }

    void startEpisode(int episode) {
        value = schedule.at(episode);
    }

    void change(Schedule schedule, int episode) {
        this.schedule = schedule;
        value = schedule.at(episode);
    }

    @Override
    public void exchange(StateExchange state) {
        value = state.number("value", value);
        int kind = state.integer(
                "kind",
                switch (schedule) {
                    case Schedule.Constant _ -> 0;
                    case Schedule.Linear _ -> 1;
                    case Schedule.Decay _ -> 2;
                    case Schedule.OneOverEpisode _ -> 3;
                });
        var numbers =
                switch (schedule) {
                    case Schedule.Constant(double v) -> new double[] {v, 0, 0};
                    case Schedule.Linear(double from, double to, double over) -> new double[] {from, to, over};
                    case Schedule.Decay(double from, double decay) -> new double[] {from, decay, 0};
                    case Schedule.OneOverEpisode() -> new double[3];
                };
        state.numbers("numbers", numbers);
        schedule = switch (kind) {
            case 0 -> new Schedule.Constant(numbers[0]);
            case 1 -> new Schedule.Linear(numbers[0], numbers[1], numbers[2]);
            case 2 -> new Schedule.Decay(numbers[0], numbers[1]);
            default -> new Schedule.OneOverEpisode();
        };
    }
}
