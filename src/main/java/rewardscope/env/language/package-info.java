/// A text to read: [rewardscope.env.language.LanguageSpec] says which, [rewardscope.env.language.Reading] holds it.
///
/// Nothing can be done in it and no episode starts; an agent of the family of language models learns from the text.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.language;

import org.jspecify.annotations.NullMarked;
