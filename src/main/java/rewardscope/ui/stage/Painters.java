package rewardscope.ui.stage;

import rewardscope.env.Layout;
import rewardscope.sim.View;

/// Chooses who paints a world. A new kind of world gets its line here.
final class Painters {
    private Painters() {}

    static WorldPainter of(View.World world) {
        return switch (world) {
            case View.World.Arms _ -> new ArmsPainter();
            case View.World.Finite finite ->
                switch (finite.layout()) {
                    case Layout.Grid grid -> new GridPainter(grid, finite.model());
                    case Layout.Track track -> new TrackPainter(track, finite.model());
                    case Layout.Graph graph -> new GraphPainter(graph, finite.model());
                };
            case View.World.Vector vector -> vector(vector);
            case View.World.Other _ -> new PlainPainter();
        };
    }

    private static WorldPainter vector(View.World.Vector vector) {
        return new PlainPainter();
    }
}
