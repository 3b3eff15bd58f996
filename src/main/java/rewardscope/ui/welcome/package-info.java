/// The first minute: a page that leads to a learning rat in one click ([rewardscope.ui.welcome.WelcomePage]), and a tour of
/// what is where ([rewardscope.ui.welcome.Tour]). [rewardscope.ui.welcome.Welcome] shows them over the window and takes
/// their keys.
///
/// It knows the window only as what its host tells it. View code: JavaFX is used freely.
@NullMarked
package rewardscope.ui.welcome;

import org.jspecify.annotations.NullMarked;
