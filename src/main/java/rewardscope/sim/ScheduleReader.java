package rewardscope.sim;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Schedule;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// Reads a hyper-parameter: a number, or how it goes with the episodes.
public final class ScheduleReader {
    private static final String KINDS =
            "Write a number, `{from: 1, to: 0.05, over: 500}`, `{from: 1, decay: 0.995}` or `1/episode`";

    private ScheduleReader() {}

    public static Optional<Schedule> read(ParameterSpec.Hyper spec, Node node, Problems problems) {
        int before = problems.count();
        String what = "`" + spec.name() + "`";
        Optional<Schedule> schedule =
                switch (node) {
                    case Node.Scalar scalar when spec.onOff() && scalar.kind() == Node.Kind.BOOLEAN ->
                        Optional.of(new Schedule.Constant(scalar.text().equalsIgnoreCase("true") ? 1 : 0));
                    case Node.Scalar scalar when scalar.number().isPresent() -> {
                        var value = Fields.numberOf(node, what, spec.min(), spec.max(), problems);
                        yield value.isPresent()
                                ? Optional.of(new Schedule.Constant(value.getAsDouble()))
                                : Optional.empty();
                    }
                    case Node.Scalar scalar when scalar.text().replace(" ", "").equals("1/episode") ->
                        Optional.of(new Schedule.OneOverEpisode());
                    case Node.Mapping mapping -> Optional.of(changing(spec, mapping, problems));
                    default -> {
                        problems.at(node, what + " has to be a number or a schedule, and this is " + node.described(),
                                KINDS);
                        yield Optional.empty();
                    }
                };
        return problems.count() == before ? schedule : Optional.empty();
    }

    private static Schedule changing(ParameterSpec.Hyper spec, Node.Mapping mapping, Problems problems) {
        var fields = new Fields(mapping, "the schedule of `" + spec.name() + "`", problems);
        fields.required("from", KINDS);
        double from = fields.number("from", spec.initial(), spec.min(), spec.max());
        Schedule schedule;
        if (mapping.get("decay").isPresent()) {
            schedule = new Schedule.Decay(from, fields.number("decay", 1, 0, 1));
            fields.finish();
        } else {
            fields.required("to", KINDS);
            fields.required("over", KINDS);
            double to = fields.number("to", from, spec.min(), spec.max());
            schedule = new Schedule.Linear(from, to, fields.number("over", 1, 1, 1e12));
            fields.finish(List.of("decay"));
        }
        return schedule;
    }
}
