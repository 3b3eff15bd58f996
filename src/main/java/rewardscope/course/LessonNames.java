package rewardscope.course;

import java.nio.file.Path;
import java.util.List;
import rewardscope.lesson.LessonLibrary;

/// How lessons are called wherever they are named outside their own file: by their path below the folder of lessons, with
/// `/` between folders on every system.
public final class LessonNames {
    private LessonNames() {}

    /// The name of a file in a folder of lessons.
    public static String of(Path lessons, Path file) {
        var below = lessons.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
        return below.toString().replace('\\', '/');
    }

    /// The names of all lessons of a folder.
    static List<String> below(Path lessons) {
        return LessonLibrary.lessonFiles(lessons).stream().map(file -> of(lessons, file)).toList();
    }
}
