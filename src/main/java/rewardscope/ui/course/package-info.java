/// The course around a lesson, as pages laid over the columns of the window: finding lessons and words
/// ([rewardscope.ui.course.FindPage]), the glossary ([rewardscope.ui.course.GlossaryPage]), the map of the course
/// ([rewardscope.ui.course.MapPage]), who learns here ([rewardscope.ui.course.LearnerPage]), and handing in
/// ([rewardscope.ui.course.HandIn]). All that they may ask of the window is in [rewardscope.ui.course.CourseHost].
@NullMarked
package rewardscope.ui.course;

import org.jspecify.annotations.NullMarked;
