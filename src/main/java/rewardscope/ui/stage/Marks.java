package rewardscope.ui.stage;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.ui.theme.Palette;

/// Small signs in the corners of a cell.
final class Marks {
    private Marks() {}

    /// ▲ for what is above zero, ▼ for what is below: a sign that needs no colour.
    static void signOf(Brush brush, double value, double x, double y, double size, Color color) {
        double h = size * 0.45;
        if (value > 0) {
            brush.polygon(color, x, y - h, x + size / 2, y + h, x - size / 2, y + h);
        } else if (value < 0) {
            brush.polygon(color, x, y + h, x + size / 2, y - h, x - size / 2, y - h);
        }
    }

    /// What a cell pays, in its top left corner.
    static void reward(Brush brush, double reward, Box box, Palette palette) {
        double c = box.width();
        Color color = reward > 0 ? palette.reward() : palette.punishment();
        double height = Math.clamp(c * 0.19, 7, 26);
        String text = Numbers.signed(reward);
        double width = height * (0.75 + 0.5 * text.length());
        if (c < 40 || width > c * 0.8) {
            signOf(brush, reward, box.atX(0.2), box.atY(0.2), Math.max(5, c * 0.22), color);
            return;
        }
        Box chip = new Box(box.atX(0.05), box.atY(0.05), width, height);
        brush.fillRound(chip, height * 0.3, color);
        Color ink = ValueScale.inkOn(color);
        signOf(brush, reward, chip.x() + height * 0.45, chip.centerY(), height * 0.48, ink);
        double left = chip.x() + height * 0.8;
        brush.gc().setTextAlign(TextAlignment.LEFT);
        brush.number(text, left, chip.centerY(), height * 0.72, true, ink);
        brush.gc().setTextAlign(TextAlignment.CENTER);
    }

    /// The cell that episodes start in.
    ///
    /// @param room whether the word fits beside what else is there
    static void start(Brush brush, Box box, boolean room, Color ink) {
        double c = box.width();
        double size = Math.clamp(c * (room ? 0.125 : 0.12), 9, 18);
        String text = room ? "start" : "S";
        brush.alpha(0.85);
        brush.word(text, box.atX(0.07), box.bottom() - size * 0.85, size, true, ink, TextAlignment.LEFT);
        brush.alpha(1);
    }
}
