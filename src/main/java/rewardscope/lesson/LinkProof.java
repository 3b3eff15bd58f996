package rewardscope.lesson;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Proves that the lessons which a lesson points to are there. It looks whether files exist, in the folder of the course
/// alone, and reads none of them.
public final class LinkProof {
    private final Problems problems;
    private final Path folder;
    private final Path course;

    private LinkProof(Path lesson, Problems problems) {
        this.problems = problems;
        folder = Optional.ofNullable(lesson.toAbsolutePath().normalize().getParent())
                .orElseGet(() -> Path.of("").toAbsolutePath());
        course = Optional.ofNullable(folder.getParent()).orElse(folder); // a unit has a folder in it
    }

    /// What is wrong with the links from a lesson to other lessons.
    public static List<Problem> of(Lesson lesson) {
        var problems = new Problems(lesson.file());
        var proof = new LinkProof(lesson.file(), problems);
        for (Lesson.PlacedLink link : lesson.links()) {
            if (link.target() instanceof LinkTarget.OtherLesson(String written)) {
                proof.follow(written, link);
            }
        }
        return problems.sorted();
    }

    private void follow(String written, Lesson.PlacedLink link) {
        String path = written.replaceFirst("#.*", "");
        if (path.isEmpty()) {
            return; // a heading of this lesson
        }
        try {
            Path target = folder.resolve(path).normalize();
            if (!target.startsWith(course)) {
                problems.at(
                        link.line(),
                        link.column(),
                        "`" + path + "` leads out of the folder of the lessons",
                        "Write the path of a lesson in this unit's folder, or `../UNIT/LESSON.md`");
            } else if (!Files.isRegularFile(target)) {
                problems.at(link.line(), link.column(), "there is no lesson `" + path + "`", cure(path, target));
            }
        } catch (InvalidPathException e) {
            problems.at(link.line(), link.column(), "`" + path + "` is no path", "Write the name of a lesson's file");
        }
    }

    private String cure(String path, Path target) {
        var there = new TreeSet<String>();
        Optional.ofNullable(target.getParent()).ifPresent(beside -> lessons(beside, there));
        return Nearest.to(path, there)
                .map(name -> "Did you mean `" + name + "`?")
                .orElseGet(() -> "Write the path of a lesson as seen from this lesson's folder"
                        + (there.isEmpty() ? "" : ": " + Nearest.listed(there)));
    }

    /// As they would be written in this lesson.
    private void lessons(Path in, TreeSet<String> names) {
        if (!Files.isDirectory(in)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(in, "*.md")) {
            for (Path file : files) {
                names.add(folder.relativize(file).toString().replace('\\', '/'));
            }
        } catch (IOException e) {
            names.clear(); // then there is nothing to offer
        }
    }
}
