/// The text of a lesson and its exercises as nodes: one column of at most 68 characters, formulas on the baseline,
/// exercises where the author put them.
///
/// [rewardscope.ui.lesson.LessonPane] shows a lesson; [rewardscope.ui.lesson.LessonActions] is all that it may ask of
/// the window. Right answers come from there as futures: nothing is computed on the JavaFX thread. Colours and sizes are in
/// `lesson.css`, by the looked-up colours of the theme.
@NullMarked
package rewardscope.ui.lesson;

import org.jspecify.annotations.NullMarked;
