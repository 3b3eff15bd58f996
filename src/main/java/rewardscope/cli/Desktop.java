package rewardscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import rewardscope.sim.health.Finding;

/// The window, as the command line sees it. What opens or draws returns an exit code.
public interface Desktop {
    /// Opens the app, at a lesson if one is given, and comes back when it is closed.
    ///
    /// @param device what neural networks compute on; the best of the application's own if it is not given
    int open(Optional<Path> lesson, Optional<String> device);

    /// Opens the app at a shared run.
    ///
    /// @param text of the run, already found to be sound
    default int openShared(String text, Optional<String> device) {
        throw new CommandFailure(ExitCode.FAILED, "There is no window here.");
    }

    /// Draws a lesson without a display.
    int render(Picture picture);

    /// Draws a small picture and says whether it came out, and by which way.
    default Finding graphics() {
        return Finding.wrong("graphics", "There is no window here.");
    }

    /// What `render` was asked for.
    ///
    /// @param simulation the simulation to show; the lesson's first one if it is not given
    /// @param scale pixels per unit of the window
    /// @param presenting whether only stage, equation and transport are shown
    /// @param steps how many acts the simulation has done in the picture
    record Picture(
            Path lesson,
            Optional<String> simulation,
            int width,
            int height,
            double scale,
            boolean dark,
            boolean presenting,
            long steps,
            Path out) {}

    /// A desktop that is not there, with the reason.
    static Desktop none(String reason) {
        return new Desktop() {
            @Override
            public int open(Optional<Path> lesson, Optional<String> device) {
                throw new CommandFailure(ExitCode.FAILED, reason);
            }

            @Override
            public int render(Picture picture) {
                throw new CommandFailure(ExitCode.FAILED, reason);
            }
        };
    }
}
