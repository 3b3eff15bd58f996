package rewardscope.agent;

import java.util.Locale;

/// How a hyper-parameter goes with the number of the episode, counted from 1.
public sealed interface Schedule {
    double at(int episode);

    /// As it is written in an experiment.
    String text();

    record Constant(double value) implements Schedule {
        @Override
        public double at(int episode) {
            return value;
        }

        @Override
        public String text() {
            return number(value);
        }
    }

    /// From one value to another in equal steps over a number of episodes.
    record Linear(double from, double to, double over) implements Schedule {
        @Override
        public double at(int episode) {
            return from + (to - from) * Math.min(1, (episode - 1) / over);
        }

        @Override
        public String text() {
            return "{from: " + number(from) + ", to: " + number(to) + ", over: " + number(over) + "}";
        }
    }

    /// Multiplied by a factor every episode.
    record Decay(double from, double decay) implements Schedule {
        @Override
        public double at(int episode) {
            return from * Math.pow(decay, episode - 1);
        }

        @Override
        public String text() {
            return "{from: " + number(from) + ", decay: " + number(decay) + "}";
        }
    }

    /// 1/k in episode k: greedy in the limit with infinite exploration.
    record OneOverEpisode() implements Schedule {
        @Override
        public double at(int episode) {
            return 1.0 / episode;
        }

        @Override
        public String text() {
            return "1/episode";
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
