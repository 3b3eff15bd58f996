/// Lessons as text: Markdown with YAML front matter, `simulation` and `exercise` blocks, formulas, and links that point
/// into a simulation. Here text becomes records with positions ([rewardscope.lesson.Lesson]); what an experiment means
/// is read by `sim`, so a simulation stays a tree of [rewardscope.lesson.Node] here.
///
/// Imports nothing but its parser libraries; every room above it may import it. It owns [rewardscope.lesson.Problem]:
/// an author's error is a value with a position and a cure, never an exception. A lesson is data: reading one runs no
/// code, reaches no network, and opens no file outside the lesson's own folder tree.
@NullMarked
package rewardscope.lesson;

import org.jspecify.annotations.NullMarked;
