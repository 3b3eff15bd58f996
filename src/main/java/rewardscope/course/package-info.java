/// The course around the lessons: who learns ([rewardscope.course.Learner]), what they did
/// ([rewardscope.course.Act], [rewardscope.course.Progress], kept by [rewardscope.course.ProgressFile]), what can be
/// handed in ([rewardscope.course.ProgressCsv], [rewardscope.course.ProgressReport]), and how something is found again
/// ([rewardscope.course.Glossary], [rewardscope.course.LessonSearch]).
///
/// Imports `lesson` for what an exercise is and `store` for keeping; the window and the command line import it. It runs no
/// simulation and draws nothing.
@NullMarked
package rewardscope.course;

import org.jspecify.annotations.NullMarked;
