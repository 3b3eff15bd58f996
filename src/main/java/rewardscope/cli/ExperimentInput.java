package rewardscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.lesson.TextFiles;
import rewardscope.lesson.YamlReader;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentOverride;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.share.RunText;
import rewardscope.sim.share.Shared;

/// Finds what `EXPERIMENT` names: a file of YAML, a simulation in a lesson (`lesson.md#id`), a shared run as text or file,
/// or standard input (`-`).
final class ExperimentInput {
    private final Path file;
    private final Node root;
    private final Optional<Shared> shared;

    private ExperimentInput(Path file, Node root, Optional<Shared> shared) {
        this.file = file;
        this.root = root;
        this.shared = shared;
    }

    static ExperimentInput find(String written, Surroundings around) {
        if (written.equals("-")) {
            var problems = new Problems(Path.of("stdin"));
            try {
                return yaml(TextFiles.read(around.in(), problems), problems);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.INPUT, "Standard input cannot be read.");
            }
        }
        if (RunText.in(written)) {
            return shared(written);
        }
        int hash = written.lastIndexOf('#');
        if (hash > 0 && written.substring(0, hash).endsWith(".md") && !Files.exists(path(written))) {
            return lesson(path(written.substring(0, hash)), Optional.of(written.substring(hash + 1)));
        }
        Path file = path(written);
        if (written.endsWith(".md")) {
            return lesson(file, Optional.empty());
        }
        var problems = new Problems(file);
        return yaml(TextFiles.read(file, problems), problems);
    }

    static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw CommandFailure.call("`" + written + "` is not the name of a file.");
        }
    }

    private static ExperimentInput shared(String text) {
        var read = RunText.read(text);
        if (read.shared().isEmpty()) {
            throw new CommandFailure(ExitCode.INPUT, read.trouble());
        }
        var problems = new Problems(Path.of("run"));
        Node root = YamlReader.read(read.shared().get().run().yaml(), problems).orElseThrow();
        return new ExperimentInput(problems.file(), root, read.shared());
    }

    /// The run that was shared, if it was one and stands anywhere but at its start.
    Optional<Shared> shared() {
        return shared.filter(each -> each.proof().isPresent());
    }

    private static ExperimentInput yaml(Optional<String> text, Problems problems) {
        if (text.filter(RunText::in).isPresent()) {
            return shared(text.get());
        }
        var root = text.flatMap(yaml -> YamlReader.read(yaml, problems));
        if (root.isEmpty()) {
            if (problems.isEmpty()) {
                problems.at(1, 1, "the experiment is empty", "Write `environment: {...}` and `agent: {...}`");
            }
            throw CommandFailure.input(problems.sorted());
        }
        return new ExperimentInput(problems.file(), root.get(), Optional.empty());
    }

    private static ExperimentInput lesson(Path file, Optional<String> wanted) {
        Lesson.Parsed parsed = LessonReader.read(file);
        var simulations = parsed.lesson().simulations();
        String id = wanted.orElseGet(() -> simulations.size() == 1 ? simulations.keySet().iterator().next() : "");
        var simulation = simulations.get(id);
        if (simulation == null) {
            var problems = new Problems(file);
            problems.addAll(parsed.problems());
            if (problems.isEmpty()) {
                problems.at(
                        1,
                        1,
                        id.isEmpty()
                                ? "the lesson has " + simulations.size() + " simulations: say which one"
                                : "there is no simulation `" + id + "` in this lesson",
                        id.isEmpty()
                                ? "Write " + file + "#name, with one of " + Nearest.listed(simulations.keySet())
                                : Nearest.cure(id, simulations.keySet()));
            }
            throw CommandFailure.input(problems.sorted());
        }
        return new ExperimentInput(file, simulation.experiment(), Optional.empty());
    }

    /// The experiment with some keys set to other values; its problems end the command.
    Experiment read(List<ExperimentOverride> overrides) {
        var checked = ExperimentReader.read(file, root, overrides);
        return checked.experiment().orElseThrow(() -> CommandFailure.input(checked.problems()));
    }

    /// Reads `key=value`, one an item.
    static List<ExperimentOverride> overrides(List<String> written) {
        var overrides = new ArrayList<ExperimentOverride>();
        for (String each : written) {
            overrides.add(override(each));
        }
        return overrides;
    }

    static ExperimentOverride override(String written) {
        var problems = new Problems(Path.of("--set"));
        return ExperimentOverride.parse(written, problems)
                .orElseThrow(() -> CommandFailure.call(problems.sorted().getFirst().sentence() + "."));
    }

    /// Reads `episodes=2`, or several separated by commas, as a stop in place of the experiment's own.
    static ExperimentOverride stop(String written) {
        var parts = new ArrayList<String>();
        for (String part : written.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.call("`--stop " + written + "` says nothing. Write for example `episodes=2`.");
            }
            parts.add(part.substring(0, equals).strip() + ": " + part.substring(equals + 1).strip());
        }
        return override("stop={" + String.join(", ", parts) + "}");
    }
}
