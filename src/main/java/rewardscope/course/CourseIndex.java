package rewardscope.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.LinkTarget;

/// Everything about a folder of lessons that needs all of them to be read: what can be searched, which exercises there
/// are, and which lesson leans on which.
///
/// @param stops the lessons in the order of the course
public record CourseIndex(List<Stop> stops, CourseExercises exercises, LessonSearch search, Glossary glossary) {
    public static final CourseIndex NONE =
            new CourseIndex(List.of(), new CourseExercises(List.of()), new LessonSearch(), Glossary.NONE);

    /// One lesson on the map of the course.
    ///
    /// @param file as in [Act#lesson]
    /// @param before the titles of earlier lessons that its text refers to, in the order of the course
    public record Stop(String file, String unit, String title, int minutes, List<String> exercises, List<String> before) {}

    /// Reads every lesson of a library, as its author sees it. Takes some milliseconds a lesson.
    public static CourseIndex of(LessonLibrary library) {
        var glossary = Glossary.of(library.folder());
        var search = new LessonSearch().add(glossary);
        var stops = new ArrayList<Stop>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (var entry : library.lessons()) {
            Lesson lesson = LessonReader.read(entry.file()).lesson();
            String file = LessonNames.of(library.folder(), entry.file());
            var header = lesson.header();
            search.add(file, lesson);
            var before = referred(lesson, library).stream().filter(titles::containsKey).map(titles::get).toList();
            stops.add(new Stop(
                    file, header.unit(), header.title(), header.minutes(), List.copyOf(lesson.exercises().keySet()), before));
            titles.put(file, header.title());
        }
        var exercises = stops.stream()
                .map(stop -> new CourseExercises.OfLesson(stop.file(), stop.unit(), stop.title(), stop.exercises()))
                .toList();
        return new CourseIndex(List.copyOf(stops), new CourseExercises(exercises), search, glossary);
    }

    private static List<String> referred(Lesson lesson, LessonLibrary library) {
        return lesson.links().stream()
                .map(Lesson.PlacedLink::target)
                .filter(LinkTarget.OtherLesson.class::isInstance)
                .map(LinkTarget.OtherLesson.class::cast)
                .map(link -> LessonNames.of(
                        library.folder(), lesson.file().toAbsolutePath().resolveSibling(link.path())))
                .distinct()
                .toList();
    }

    /// The place of a lesson on the map.
    public Optional<Stop> stop(String file) {
        return stops.stream().filter(stop -> stop.file().equals(file)).findFirst();
    }
}
