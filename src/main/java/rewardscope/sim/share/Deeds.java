package rewardscope.sim.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rewardscope.agent.AgentType;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Schedule;
import rewardscope.language.feedback.LabelFormat;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;
import rewardscope.sim.Intervention;
import rewardscope.sim.ScheduleReader;

/// What people did to a run, one line each, such as `120 set alpha 0.5`: the act, then `set`, `hold`, `push`, `choose`,
/// `label`, `retract` or `load` and what belongs to it.
final class Deeds {
    private static final double LIMIT = 1e300;

    private Deeds() {}

    static String write(SortedMap<Long, List<Intervention>> interventions) {
        var lines = new ArrayList<String>();
        interventions.forEach((act, list) -> list.forEach(each -> lines.add(act + " " + line(each))));
        return String.join("\n", lines);
    }

    private static String line(Intervention intervention) {
        return switch (intervention) {
            case Intervention.ParameterChange(String parameter, Schedule schedule) ->
                "set " + parameter + " " + schedule.text();
            case Intervention.Push(double force, boolean held) -> (held ? "hold " : "push ") + force;
            case Intervention.Choice(int action) -> "choose " + action;
            case Intervention.Label(var feedback) -> "label " + LabelFormat.write(feedback);
            case Intervention.ModelsTaken(var saved) -> "load " + saved.fingerprint() + " " + saved.folder().getFileName();
            case Intervention.Retraction(var feedback) -> "retract " + LabelFormat.write(feedback);
        };
    }

    /// @param at where the lines stand, for problems
    /// @param shelf where models lie that were taken up
    static SortedMap<Long, List<Intervention>> read(
            String text, AgentType type, Node at, Problems problems, ModelShelf shelf) {
        var interventions = new TreeMap<Long, List<Intervention>>();
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            var deed = space > 0 ? deed(line.substring(space + 1), type, shelf) : Optional.<Intervention>empty();
            var act = space > 0 ? act(line.substring(0, space)) : Optional.<Long>empty();
            if (deed.isEmpty() && space > 0 && line.startsWith("load ", space + 1)) {
                String name = line.replaceFirst("^\\S+ load \\S* ?", "");
                problems.at(at, "this run took up the models of a folder `" + name + "`, which are not kept here",
                        "Begin it again with them: Models, Begin with saved models");
                return interventions;
            }
            if (deed.isEmpty() || act.isEmpty()) {
                problems.at(at, "`" + line + "` is nothing that can be done to `" + type.name() + "`", "");
                return interventions;
            }
            interventions.computeIfAbsent(act.get(), _ -> new ArrayList<>()).add(deed.get());
        }
        return interventions;
    }

    private static Optional<Long> act(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(act -> act >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Intervention> deed(String line, AgentType type, ModelShelf shelf) {
        int space = line.indexOf(' ');
        String rest = line.substring(space + 1);
        try {
            return switch (space < 0 ? "" : line.substring(0, space)) {
                case "set" -> set(rest, type);
                case "hold" -> push(rest, true);
                case "push" -> push(rest, false);
                case "choose" -> Optional.of(new Intervention.Choice(Integer.parseInt(rest)));
                case "load" -> load(rest, shelf);
                case "label" -> Optional.of(new Intervention.Label(LabelFormat.read(rest)));
                case "retract" -> Optional.of(new Intervention.Retraction(LabelFormat.read(rest)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Intervention> load(String rest, ModelShelf shelf) {
        int space = rest.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : shelf.find(rest.substring(0, space), rest.substring(space + 1)).map(Intervention.ModelsTaken::new);
    }

    private static Optional<Intervention> push(String force, boolean held) {
        double value = Double.parseDouble(force);
        return Double.isFinite(value) ? Optional.of(new Intervention.Push(value, held)) : Optional.empty();
    }

    /// A slider may have been anywhere: only the form is checked.
    private static Optional<Intervention> set(String rest, AgentType type) {
        int space = rest.indexOf(' ');
        if (space < 0 || !(type.parameter(rest.substring(0, space)).orElse(null) instanceof ParameterSpec.Hyper hyper)) {
            return Optional.empty();
        }
        var free = new ParameterSpec.Hyper(hyper.name(), hyper.symbol(), hyper.initial(), -LIMIT, LIMIT, hyper.meaning());
        var problems = new Problems(RunTree.NOWHERE);
        return YamlReader.read(rest.substring(space + 1), problems)
                .flatMap(node -> ScheduleReader.read(free, node, problems))
                .map(schedule -> new Intervention.ParameterChange(hyper.name(), schedule));
    }
}
