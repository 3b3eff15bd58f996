package rewardscope.compute.opencl;

import java.util.List;

/// The sizes of the tiles of a matrix product: `tm` × `tn` results a work-group, `tk` deep, `wm` × `wn` a work-item.
record Tuning(int tm, int tn, int tk, int wm, int wn) {
    /// What is tried; a device takes the fastest that it can run.
    static final List<Tuning> CANDIDATES = List.of(
            new Tuning(32, 32, 16, 4, 4),
            new Tuning(64, 64, 16, 4, 4),
            new Tuning(64, 64, 16, 8, 8),
            new Tuning(128, 64, 16, 8, 8),
            new Tuning(128, 128, 16, 8, 8));

    /// For an OpenCL that runs on the processor, where tiles gain nothing.
    static final Tuning PROCESSOR = CANDIDATES.getFirst();

    int rows() {
        return tm / wm;
    }

    int columns() {
        return tn / wn;
    }

    /// As it is remembered.
    String text() {
        return tm + " " + tn + " " + tk + " " + wm + " " + wn;
    }

    String options() {
        return " -DTM=" + tm + " -DTN=" + tn + " -DTK=" + tk + " -DWM=" + wm + " -DWN=" + wn;
    }
}
