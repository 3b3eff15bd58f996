package rewardscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Writes a small lesson that works, to be changed into one's own.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "LESSON", description = "the .md file to write, such as lessons/my-unit/my-lesson.md")
    private String lesson = "";

    @Option(names = "--title", paramLabel = "WORDS", description = "the lesson's title; made from the file's name otherwise")
    private @Nullable String title;

    @Option(names = "--unit", paramLabel = "WORDS", description = "its unit; made from the folder's name otherwise")
    private @Nullable String unit;

    NewCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path file = ExperimentInput.path(lesson).toAbsolutePath().normalize();
        if (!file.getFileName().toString().endsWith(".md")) {
            throw CommandFailure.call("A lesson's file ends in .md: write " + lesson + ".md.");
        }
        String folder = Optional.ofNullable(file.getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("my unit");
        String text = template()
                .replace("TITLE", quoted(Optional.ofNullable(title).orElse(words(file.getFileName().toString()))))
                .replace("UNIT", quoted(Optional.ofNullable(unit).orElse(words(folder))));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.INPUT, "There is a file " + file + " already; choose another name.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "The file " + file + " cannot be written.");
        }
        around.out().println(file);
        around.say("Open it with `rewardscope open " + lesson + "` and change it: each time you save it, it is shown anew.");
        return ExitCode.WELL;
    }

    private static String template() throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream("/rewardscope/lesson-template.md")) {
            if (in == null) {
                throw new CommandFailure(ExitCode.FAILED, "This installation has no template of a lesson.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// `04-my-first_lesson.md` as `My first lesson`.
    private static String words(String name) {
        String words = name.replaceFirst("\\.md$", "").replaceFirst("^[0-9]+[-_. ]*", "").replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? "A lesson" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// As YAML, whatever is in it.
    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }
}
