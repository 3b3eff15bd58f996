package rewardscope.ui.stage;

import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// The actors, as vector shapes that are sharp at any size.
final class Figures {
    private static final Color SKIN = Color.web("#E9A7A0");

    private Figures() {}

    /// Whoever acts: a disc with a light rim, or the rat.
    ///
    /// @param tone ink, or the colour of exploration when the last action was drawn at random
    static void agent(Brush brush, Box box, Color tone, Palette palette, boolean rat) {
        double r = box.width() / 2;
        if (rat && r >= 9) {
            if (!tone.equals(palette.ink())) {
                brush.ring(box.centerX(), box.centerY(), r * 1.12, Math.clamp(r * 0.12, 2, 4), tone);
            }
            rat(brush, box, palette);
            return;
        }
        brush.disc(box.centerX(), box.centerY(), r, palette.paper());
        brush.disc(box.centerX(), box.centerY(), r * 0.86, tone);
        brush.disc(box.centerX(), box.centerY(), r * 0.34, palette.paper());
    }

    /// A rat seen from the side, looking right.
    static void rat(Brush brush, Box box, Palette palette) {
        var gc = brush.gc();
        double u = box.width();
        Color fur = palette.dark() ? Color.web("#B9C3CD") : Color.web("#7F8B97");
        Color shade = fur.interpolate(palette.dark() ? Color.BLACK : palette.ink(), 0.25);
        // tail
        gc.setStroke(SKIN);
        gc.setLineWidth(Math.max(1.5, u * 0.05));
        gc.beginPath();
        gc.moveTo(box.atX(0.2), box.atY(0.72));
        gc.bezierCurveTo(box.atX(0.0), box.atY(0.74), box.atX(-0.04), box.atY(0.4), box.atX(0.1), box.atY(0.32));
        gc.stroke();
        // feet
        gc.setFill(SKIN);
        gc.fillOval(box.atX(0.28), box.atY(0.78), u * 0.16, u * 0.08);
        gc.fillOval(box.atX(0.6), box.atY(0.78), u * 0.14, u * 0.08);
        // body: a pear that ends in the nose
        gc.setFill(fur);
        gc.beginPath();
        gc.moveTo(box.atX(0.97), box.atY(0.64));
        gc.bezierCurveTo(box.atX(0.9), box.atY(0.46), box.atX(0.78), box.atY(0.4), box.atX(0.68), box.atY(0.42));
        gc.bezierCurveTo(box.atX(0.5), box.atY(0.22), box.atX(0.16), box.atY(0.3), box.atX(0.14), box.atY(0.62));
        gc.bezierCurveTo(box.atX(0.13), box.atY(0.82), box.atX(0.3), box.atY(0.84), box.atX(0.5), box.atY(0.83));
        gc.bezierCurveTo(box.atX(0.72), box.atY(0.83), box.atX(0.9), box.atY(0.78), box.atX(0.97), box.atY(0.64));
        gc.closePath();
        gc.fill();
        // ear, eye, nose
        brush.disc(box.atX(0.68), box.atY(0.39), u * 0.105, shade);
        brush.disc(box.atX(0.69), box.atY(0.4), u * 0.066, SKIN);
        brush.disc(box.atX(0.82), box.atY(0.55), u * 0.032, Color.web("#16202B"));
        if (u >= 40) {
            brush.disc(box.atX(0.828), box.atY(0.541), u * 0.011, Color.WHITE);
        }
        brush.disc(box.atX(0.965), box.atY(0.645), u * 0.033, SKIN.interpolate(palette.negative(), 0.35));
        if (u >= 40) {
            for (double end : new double[] {0.58, 0.66, 0.74}) {
                brush.line(box.atX(0.9), box.atY(0.665), box.atX(0.8), box.atY(end + 0.04), Math.max(0.8, u * 0.008), shade);
            }
        }
    }

    /// A wedge of cheese.
    static void cheese(Brush brush, Box box, Palette palette) {
        Color top = palette.reward().interpolate(Color.WHITE, 0.35);
        Color side = palette.reward();
        Color hole = palette.reward().interpolate(Color.web("#7A4A00"), 0.35);
        brush.polygon(top, box.atX(0.06), box.atY(0.52), box.atX(0.68), box.atY(0.2), box.atX(0.96), box.atY(0.44));
        brush.polygon(top, box.atX(0.06), box.atY(0.52), box.atX(0.96), box.atY(0.44), box.atX(0.96), box.atY(0.53));
        brush.polygon(
                side,
                box.atX(0.06), box.atY(0.52),
                box.atX(0.96), box.atY(0.47),
                box.atX(0.96), box.atY(0.8),
                box.atX(0.06), box.atY(0.84));
        double u = box.width();
        var gc = brush.gc();
        gc.setFill(hole);
        gc.fillOval(box.atX(0.2), box.atY(0.6), u * 0.15, u * 0.13);
        gc.fillOval(box.atX(0.5), box.atY(0.66), u * 0.11, u * 0.1);
        gc.fillOval(box.atX(0.74), box.atY(0.54), u * 0.15, u * 0.12);
        gc.setFill(side);
        gc.fillOval(box.atX(0.56), box.atY(0.35), u * 0.14, u * 0.055);
    }
}
