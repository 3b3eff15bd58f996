package rewardscope.ui.stage;

import rewardscope.env.Layout;
import rewardscope.env.Scene;
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
            case View.World.Vector vector -> of(vector.scene());
            case View.World.Language _ -> new LanguagePainter();
            case View.World.Lab _ -> new LabPainter();
            case View.World.Other _ -> new PlainPainter();
        };
    }

    private static WorldPainter of(Scene scene) {
        return switch (scene) {
            case Scene.Cart _ -> new CartPainter();
            case Scene.Rod _ -> new PendulumPainter();
            case Scene.Track _ -> new LinePainter();
            case Scene.Maze _ -> new FloorPainter();
            case Scene.Numbers _ -> new PlainPainter();
        };
    }
}
