/// Judging answers: the page on which people label what a language model writes, and the bar under the stage that opens
/// it and knows the models and label sets of a run.
///
/// - [rewardscope.ui.lab.LabelModel]: what is asked, given and taken back, without a window; each label goes to the disk
///   first and to the run then. [rewardscope.ui.lab.LabelPage] shows it.
/// - [rewardscope.ui.lab.WordCompletion]: the words of the world that go on from what was typed.
/// - [rewardscope.ui.lab.ProbePane]: what the networks of a run make of any answer that is typed.
/// - [rewardscope.ui.lab.LabBar]: opens the page; [rewardscope.ui.lab.ModelsMenu] saves models and begins with
///   saved ones.
///
/// Imports `sim`, `language` and `ui.course` (the overlay); only the shell imports it.
@NullMarked
package rewardscope.ui.lab;

import org.jspecify.annotations.NullMarked;
