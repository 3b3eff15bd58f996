package rewardscope.ui.shell;

import javafx.scene.Scene;
import rewardscope.sim.Frame;
import rewardscope.ui.chart.ChartPane;

/// The window as a picture: everything is drawn now, without waiting for pulses, and without a window if need be.
final class Still {
    private final Workbench bench;
    private final Scene scene;
    private final FramePump pump;
    private final PaneSet panes;

    Still(Workbench bench, Scene scene, FramePump pump, PaneSet panes) {
        this.bench = bench;
        this.scene = scene;
        this.pump = pump;
        this.panes = panes;
    }

    /// Shows a frame.
    void show(Frame frame) {
        pump.refresh();
        pump.show(frame);
        pump.watch();
    }

    /// Gives everything its size.
    void layOut() {
        bench.root().resize(scene.getWidth(), scene.getHeight());
        bench.root().applyCss();
        bench.root().layout();
        bench.place();
        bench.root().layout();
    }

    /// Whether nothing is waiting for the typesetter any more.
    boolean isDrawn() {
        layOut();
        return panes.equation().isTypeset() && panes.lesson().isTypeset();
    }

    /// Draws everything that would be drawn within the next pulses, sharp at a scale.
    void prepare(double scale) {
        panes.stage().setPictureScale(scale);
        layOut();
        panes.charts().made().ifPresent(ChartPane::drawNow);
    }
}
