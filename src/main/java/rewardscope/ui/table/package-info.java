/// The tables that an agent learns, as tables: a row a state, a column an action.
///
/// Only the rows that can be seen are ever touched. Imports `sim`, `env`, `agent` and `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.table;

import org.jspecify.annotations.NullMarked;
