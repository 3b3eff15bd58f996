package rewardscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import rewardscope.sim.ExperimentSchema;
import rewardscope.sim.JsonResults;
import rewardscope.sim.LessonSchema;

@Command(
        name = "schema",
        description = "Writes the JSON Schema of experiments, exercises or front matter, for editors to complete from.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            paramLabel = "PART",
            arity = "0..1",
            description = "experiment (the default), exercise or front-matter")
    private String part = "experiment";

    SchemaCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Object> schema =
                switch (part) {
                    case "experiment" -> ExperimentSchema.tree();
                    case "exercise" -> LessonSchema.exercise();
                    case "front-matter" -> LessonSchema.frontMatter();
                    default ->
                        throw CommandFailure.call(
                                "There is no schema of `" + part + "`. Write experiment, exercise or front-matter.");
                };
        var text = new StringWriter();
        JsonResults.write(schema, new PrintWriter(text));
        around.out().println(text);
        return ExitCode.WELL;
    }
}
