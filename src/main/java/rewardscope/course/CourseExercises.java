package rewardscope.course;

import java.util.List;

/// The exercises of a course, whether touched or not: what a report is measured against.
///
/// @param lessons in the order of the course
public record CourseExercises(List<OfLesson> lessons) {
    /// The exercises of one lesson.
    ///
    /// @param file as in [Act#lesson]
    /// @param exercises their ids, in the order of the text
    public record OfLesson(String file, String unit, String title, List<String> exercises) {}
}
