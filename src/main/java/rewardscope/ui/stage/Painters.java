package rewardscope.ui.stage;

import java.util.List;
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
            case View.World.Language _ -> new LanguagePainter();
            case View.World.Other _ -> new PlainPainter();
        };
    }

    /// By the names of what is observed.
    private static WorldPainter vector(View.World.Vector vector) {
        var names = vector.names();
        if (names.contains("position") && names.contains("angle")) {
            return CartPainter.of(names);
        }
        if (names.equals(List.of("cos angle", "sin angle", "angular velocity"))) {
            return new PendulumPainter();
        }
        return names.equals(List.of("position")) ? new LinePainter() : new PlainPainter();
    }
}
