package rewardscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import rewardscope.course.Glossary;
import rewardscope.lesson.FolderFiles;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.LinkProof;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.TextFiles;
import rewardscope.lesson.Variant;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.WorldReader;

@Command(
        name = "check",
        description = "Validates lessons and experiments, answers included: one line a problem.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int DEEPEST = 12;

    private final Surroundings around;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "lessons (.md), experiments (.yaml), and folders")
    private List<String> paths = new ArrayList<>();

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Set<Path> files = new LinkedHashSet<>();
        int problems = 0;
        for (String path : paths) {
            var there = files(ExperimentInput.path(path));
            files.addAll(there.files());
            there.problems().forEach(problem -> around.out().println(problem.text()));
            problems += there.problems().size();
        }
        int lessons = 0;
        int others = 0;
        for (Path file : files) {
            boolean lesson = file.toString().endsWith(".md");
            boolean glossary = file.getFileName().toString().equals(Glossary.FILE);
            lessons += lesson ? 1 : 0;
            others += lesson || glossary ? 0 : 1;
            List<Problem> found = lesson
                    ? lesson(file)
                    : glossary ? Glossary.of(file.toAbsolutePath().getParent()).problems() : experiment(file);
            found.forEach(problem -> around.out().println(problem.text()));
            problems += found.size();
        }
        around.say(count(lessons, "lesson") + " and " + count(others, "experiment") + " checked: "
                + (problems == 0 ? "all sound." : count(problems, "problem") + "."));
        return problems == 0 ? ExitCode.WELL : ExitCode.INPUT;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static FolderFiles files(Path path) {
        return Files.isDirectory(path)
                ? FolderFiles.below(path, DEEPEST, CheckCommand::checked)
                : new FolderFiles(List.of(path), List.of());
    }

    private static boolean checked(Path file) {
        return file.toString().matches("(?s).*\\.(md|yaml|yml)")
                && !file.getFileName().toString().equalsIgnoreCase("README.md");
    }

    /// A lesson with numbers of its own for each learner is proved with every one of them.
    private List<Problem> lesson(Path file) {
        var found = new LinkedHashSet<Problem>();
        int variants = LessonReader.read(file).lesson().header().variantCount();
        for (int n = 0; n < variants; n++) {
            var checked = LessonChecker.check(LessonReader.read(file, new Variant.Nth(n)));
            found.addAll(LessonChecker.answers(checked).problems());
            found.addAll(formulas(checked.lesson()));
            LinkProof.of(checked.lesson()).stream().map(checked.lesson()::written).forEach(found::add);
        }
        return found.stream().sorted(Problem.BY_POSITION).toList();
    }

    private List<Problem> formulas(Lesson lesson) {
        var problems = new Problems(lesson.file());
        for (var formula : lesson.formulas()) {
            around.formulas()
                    .fault(formula.latex())
                    .ifPresent(fault -> problems.at(formula.line(), formula.column(), fault.message(), fault.cure()));
        }
        return problems.sorted().stream().map(lesson::written).toList();
    }

    private static List<Problem> experiment(Path file) {
        var problems = new Problems(file);
        return TextFiles.read(file, problems)
                .map(yaml -> WorldReader.looksLikeOne(file, yaml)
                        ? WorldReader.check(file, yaml)
                        : ExperimentReader.read(file, yaml).problems())
                .orElseGet(problems::sorted);
    }
}
