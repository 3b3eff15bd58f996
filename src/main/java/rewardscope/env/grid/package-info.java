/// Worlds of square cells. [rewardscope.env.grid.GridSpec] says what an author wrote, [rewardscope.env.grid.GridWorld]
/// turns it into a finite model and a layout; [rewardscope.env.MdpEnvironment] plays it.
///
/// The rules, in one place:
///
/// - Actions are `up`, `right`, `down`, `left` (in this order), then with 8 or 9 moves `up-right`, `down-right`,
///   `down-left`, `up-left`, then with 9 `stay`, then `exit` if any cell has `collect: exit`.
/// - A move pays `step-reward`, plus `bump-reward` if a wall or the edge stopped it, plus the `reward` of the cell that
///   it enters. Staying put, or being stopped, is not entering. So a cliff that costs 100 in all has `reward: -99`
///   beside a step reward of −1.
/// - `exit` is not a move: it pays the cell's `reward` alone. Entering an exit cell pays the step reward alone.
/// - An action in a cell with `to` pays `step-reward` and the cell's `reward`, whatever the target's own reward.
/// - A slip turns the move by a right angle to either side, diagonal moves too. `stay` and `exit` never slip.
/// - A wall or the edge stops the whole move, diagonal moves too: the agent stays where it is.
/// - The wind is that of the column left from. It is added to the move before anything is stopped: moving down against
///   a wind of 1 stays in the row, at the bottom edge too. In a windy column the top and bottom edges stop only the
///   part of a diagonal move that leads over them. Only the cell where the agent lands counts.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.grid;

import org.jspecify.annotations.NullMarked;
