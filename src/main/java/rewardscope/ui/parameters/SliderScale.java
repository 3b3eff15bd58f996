package rewardscope.ui.parameters;

import rewardscope.agent.ParameterSpec;

/// How the way of a slider, from 0 to 1, maps onto the values of a parameter.
sealed interface SliderScale {
    double value(double way);

    double way(double value);

    /// The scale that suits a parameter.
    ///
    /// @param around a value that it has, for parameters without bounds that make sense on a slider
    static SliderScale of(ParameterSpec.Hyper spec, double around) {
        if (spec.min() >= 0 && (spec.name().contains("learning-rate") || spec.name().endsWith("-lr") || spec.name().equals("lr"))) {
            double high = spec.max() <= 10 ? spec.max() : 1;
            return new Logarithmic(Math.max(spec.min(), 1e-6), high);
        }
        if (spec.max() - spec.min() <= 2) {
            return new Linear(spec.min(), spec.max());
        }
        double middle = Math.abs(around) > 0 ? Math.abs(around) : spec.initial() != 0 ? Math.abs(spec.initial()) : 1;
        double low = spec.min() < 0 ? -2 * middle : Math.max(0, spec.min());
        return new Linear(Math.max(spec.min(), low), Math.min(spec.max(), 2 * middle));
    }

    record Linear(double low, double high) implements SliderScale {
        @Override
        public double value(double way) {
            double raw = low + way * (high - low);
            double step = Math.pow(10, Math.floor(Math.log10(Math.max(1e-12, high - low))) - 2);
            double steps = Math.rint(raw / step);
            double rounded = step < 1 ? steps / Math.rint(1 / step) : steps * step;
            return Math.clamp(rounded, low, high);
        }

        @Override
        public double way(double value) {
            return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0;
        }
    }

    record Logarithmic(double low, double high) implements SliderScale {
        @Override
        public double value(double way) {
            double raw = low * Math.pow(high / low, way);
            double unit = Math.pow(10, Math.floor(Math.log10(raw)) - 1);
            return Math.clamp(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", Math.rint(raw / unit) * unit)), low, high);
        }

        @Override
        public double way(double value) {
            return Math.clamp(Math.log(Math.max(value, low) / low) / Math.log(high / low), 0, 1);
        }
    }
}
