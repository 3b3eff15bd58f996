/// The rat in a maze without cells: [rewardscope.env.maze.ContinuousMazeSpec] takes a maze's layout and lets the rat
/// stand anywhere in its corridors. (A maze of cells is a gridworld drawn otherwise: [rewardscope.env.grid].)
///
/// The observation is (x, y): x from the left, y from the bottom, both as a share of the longer side. An action moves
/// by `step` in its direction; a wall or the edge stops the rat a little before it and costs `bump-reward`. Reward,
/// end, jump and reset are those of the cell in which a move ends, if the rat was not in it before.
///
/// Imports `env`, `env.grid` and `math`.
@NullMarked
package rewardscope.env.maze;

import org.jspecify.annotations.NullMarked;
