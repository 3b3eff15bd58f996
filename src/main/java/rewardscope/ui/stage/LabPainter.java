package rewardscope.ui.stage;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.language.stage.LabLook;
import rewardscope.language.stage.LanguageLab;
import rewardscope.sim.View;

/// The language lab: where on its way it is, the text that the last act was about word by word with the numbers of each
/// word, and the true quality of the answer.
final class LabPainter implements WorldPainter {
    private static final double STAGE = 12.5;

    /// Around the name of a stage, and from one name to the next, in sizes of its letters: ten of them have to go side by
    /// side in a window of 1280 pixels.
    private static final double PADDING = 0.7;

    private static final double GAP = 1.4;

    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Lab(LabLook look))) {
            return;
        }
        Box area = picture.area().inset(Math.clamp(picture.area().width() / 50, 2, 14));
        stages(brush, picture, look, area);
        Box below = area.below(34);
        var scene = LabScene.of(look, picture.event());
        if (scene.passages().isEmpty()) {
            brush.word(LabWords.NOTHING, below.centerX(), below.centerY(), 15, false, picture.palette().faintInk());
            return;
        }
        LabLayout.Page page = LabLayout.of(scene, below);
        page.pieces().forEach(piece -> piece(brush, picture, piece, page.size()));
    }

    /// The way through the stages from left to right; the one that is at work is framed.
    private static void stages(Brush brush, Picture picture, LabLook look, Box area) {
        var palette = picture.palette();
        double needed = look.stages().stream()
                .mapToDouble(s -> Brush.wordWidth(LabWords.stage(s), STAGE) + GAP * STAGE)
                .sum();
        double size = Math.min(STAGE, STAGE * area.width() / needed);
        double x = area.x();
        if (size < Brush.SMALLEST_TEXT) {
            look.stages().stream().filter(LanguageLab.StageState::active).findFirst().ifPresent(stage -> brush.word(
                    LabWords.stage(stage), area.x(), area.y() + 12, STAGE, true, palette.ink(), TextAlignment.LEFT));
            return;
        }
        for (int i = 0; i < look.stages().size(); i++) {
            var stage = look.stages().get(i);
            double width = Brush.wordWidth(LabWords.stage(stage), size) + PADDING * size;
            var box = new Box(x, area.y() + 1, width, 22);
            if (stage.active()) {
                brush.fillRound(new Box(x, box.y(), width * stage.progress(), 22), 4, tinted(palette.accent(), 0.2));
                brush.outline(box, 4, 1.5, palette.accent());
            }
            brush.word(LabWords.stage(stage), box.centerX(), box.centerY(), size, stage.active(),
                    stage.active() ? palette.ink() : palette.faintInk());
            x += width + (GAP - PADDING) * size;
            if (i + 1 < look.stages().size()) {
                brush.word("›", (box.right() + x) / 2, box.centerY(), size, false, palette.faintInk());
            }
        }
    }

    private static void piece(Brush brush, Picture picture, LabLayout.Piece piece, double size) {
        var palette = picture.palette();
        Box box = piece.box();
        switch (piece.style()) {
            case LABEL ->
                brush.word(piece.text(), box.x(), box.centerY(), size * 0.88, false, palette.faintInk(),
                        TextAlignment.LEFT);
            case FACT ->
                brush.word(piece.text(), box.x(), box.centerY(), size * 0.92, false, palette.ink(),
                        TextAlignment.LEFT);
            case PROMPT -> {
                brush.frame(box, 1, palette.hairline());
                brush.word(piece.text(), box.centerX(), box.centerY(), size, false, palette.faintInk());
            }
            case TOKEN, LIT -> {
                boolean lit = piece.style() == LabLayout.Style.LIT;
                brush.fill(box, tinted(palette.accent(), lit ? 0.25 : 0.08));
                brush.frame(box, lit ? 2 : 1, lit ? palette.accent() : palette.reference());
                brush.word(piece.text(), box.centerX(), box.centerY(), size, lit, palette.ink());
            }
            case NUMBER -> {
                if (piece.tint() != 0) {
                    Color sign = piece.tint() > 0 ? palette.positive() : palette.negative();
                    brush.fill(box, tinted(sign, 0.3 * Math.abs(piece.tint())));
                }
                brush.number(piece.text(), box.centerX(), box.centerY(), size * 0.88, false, palette.ink());
            }
        }
    }

    private static Color tinted(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    @Override
    public String spoken(Picture picture) {
        return picture.view().world() instanceof View.World.Lab(LabLook look)
                ? LabWords.spoken(look, LabScene.of(look, picture.event()))
                : "";
    }
}
