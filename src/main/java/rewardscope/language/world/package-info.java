/// Toy worlds of language: a [rewardscope.language.world.Grammar] is data that an instructor writes, a
/// [rewardscope.language.world.World] is made of it: words, prompts, a corpus, demonstrations, and the rules by which an
/// answer is helpful, honest, harmless and polite ([rewardscope.language.world.Quality]).
///
/// [rewardscope.language.world.AnswerSpace] lists every answer of a world that is small enough, so that optima can be
/// worked out exactly.
///
/// Imports env and math.
@NullMarked
package rewardscope.language.world;

import org.jspecify.annotations.NullMarked;
