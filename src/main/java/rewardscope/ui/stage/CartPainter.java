package rewardscope.ui.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.env.Scene;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A cart on its rail with a pole hinged to it, to scale, with the force of the last step as an arrow; beside it the
/// pole's phase portrait. Pulling at the cart pushes it.
final class CartPainter implements WorldPainter {
    /// Both carts are about so wide and high, in the unit of the position.
    private static final double CART_WIDTH = 0.4;

    private static final double CART_HEIGHT = 0.2;
    private static final double POLE_WIDTH = 0.07;

    /// A hand that is so many units away from the cart pulls as strongly as the strongest action.
    private static final double REACH = 0.5;

    private static final double HARDEST = 2;

    private final PhasePortrait portrait = new PhasePortrait();

    /// Where things are drawn.
    private record Place(Box area, double unit, double rail, double middle, double cartX, double hingeY) {
        static Place of(Scene.Cart cart, Box area) {
            double high = cart.poleLength() + CART_HEIGHT + 0.15;
            double unit = Math.min(
                    (area.width() - 48) / (2 * cart.railEnd() + CART_WIDTH), (area.height() - 104) / high);
            double used = unit * high;
            double rail = Math.round(area.y() + (area.height() - 72 - used) / 2 + used);
            double x = area.centerX() + cart.position() * unit;
            return new Place(area, unit, rail, area.centerX(), x, rail - CART_HEIGHT * unit);
        }
    }

    private static Optional<Scene.Cart> cart(Picture picture) {
        return picture.view().world() instanceof View.World.Vector v && v.scene() instanceof Scene.Cart c
                ? Optional.of(c)
                : Optional.empty();
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        cart(picture).ifPresent(cart -> {
            Halves halves = Halves.of(picture.area());
            Place place = Place.of(cart, halves.world());
            rail(brush, picture.palette(), cart, place);
            cart(brush, picture.palette(), cart, place);
            forces(brush, picture.palette(), cart, place);
            Readings.paint(brush, picture, halves.world());
            halves.portrait().ifPresent(box -> Portraits.beside(
                    portrait, brush, picture, box, -cart.angleLimit(), cart.angleLimit()));
        });
    }

    private static void rail(Brush brush, Palette palette, Scene.Cart cart, Place at) {
        double left = at.middle() - cart.railEnd() * at.unit();
        double right = at.middle() + cart.railEnd() * at.unit();
        brush.line(left, at.rail(), right, at.rail(), 4, palette.hairline());
        for (double end : new double[] {left, right}) {
            brush.line(end, at.rail() - 12, end, at.rail() + 12, 4, palette.wall());
        }
        for (int metre = (int) -cart.railEnd(); metre <= cart.railEnd(); metre++) {
            double x = at.middle() + metre * at.unit();
            brush.line(x, at.rail() + 6, x, at.rail() + 12, 1.5, palette.faintInk());
            brush.number(Numbers.brief(metre), x, at.rail() + 22, 11, false, palette.faintInk());
        }
    }

    private static void cart(Brush brush, Palette palette, Scene.Cart cart, Place at) {
        double width = CART_WIDTH * at.unit();
        double height = CART_HEIGHT * at.unit();
        double length = cart.poleLength() * at.unit();
        // how far the pole may lean
        brush.gc().setLineDashes(4, 5);
        for (double lean : new double[] {-cart.angleLimit(), cart.angleLimit()}) {
            brush.line(
                    at.cartX(),
                    at.hingeY(),
                    at.cartX() + Math.sin(lean) * length,
                    at.hingeY() - Math.cos(lean) * length,
                    1,
                    palette.faintInk());
        }
        brush.gc().setLineDashes();
        Box body = new Box(at.cartX() - width / 2, at.rail() - height, width, height);
        brush.fillRound(body, height * 0.2, palette.wall());
        brush.disc(at.cartX() - width * 0.28, at.rail(), height * 0.22, palette.faintInk());
        brush.disc(at.cartX() + width * 0.28, at.rail(), height * 0.22, palette.faintInk());
        double tipX = at.cartX() + Math.sin(cart.angle()) * length;
        double tipY = at.hingeY() - Math.cos(cart.angle()) * length;
        brush.line(at.cartX(), at.hingeY(), tipX, tipY, Math.max(4, POLE_WIDTH * at.unit()), palette.positive());
        brush.disc(at.cartX(), at.hingeY(), Math.max(2.5, 0.025 * at.unit()), palette.paper());
    }

    private static void forces(Brush brush, Palette palette, Scene.Cart cart, Place at) {
        double y = at.rail() - CART_HEIGHT * at.unit() / 2;
        if (cart.force() != 0) {
            arrow(brush, at, cart.force() / cart.strongest(), y, palette.ink());
            double side = Math.signum(cart.force());
            double x = at.cartX() + side * (CART_WIDTH / 2 * at.unit() + 8);
            brush.word(
                    newtons(cart.force()),
                    x,
                    y - 17,
                    13,
                    true,
                    palette.ink(),
                    side > 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        }
        if (cart.hand() != 0) {
            double pulled = at.cartX() + cart.hand() / cart.strongest() * REACH * at.unit();
            brush.gc().setLineDashes(5, 4);
            brush.line(at.cartX(), y, pulled, y, 2.5, palette.accent());
            brush.gc().setLineDashes();
            brush.disc(pulled, y, 9, palette.accent());
            brush.disc(pulled, y, 4, palette.paper());
            brush.word("hand " + newtons(cart.hand()), pulled, y - 38, 12, true, palette.accent());
        }
    }

    static String newtons(double force) {
        return Numbers.brief(Math.abs(force)) + " N " + (force > 0 ? "right" : "left");
    }

    /// From the side of the cart outwards, as long as the force is strong.
    private static void arrow(Brush brush, Place at, double share, double y, Color color) {
        double edge = at.cartX() + Math.signum(share) * CART_WIDTH / 2 * at.unit();
        double length = Math.clamp(Math.abs(share), 0, HARDEST) * Math.clamp(0.45 * at.unit(), 34, 90);
        brush.arrow(edge, y, edge + Math.signum(share) * Math.max(12, length), y, 4, color);
    }

    @Override
    public OptionalDouble pull(Picture picture, double x, double y) {
        return cart(picture)
                .map(cart -> {
                    Place at = Place.of(cart, Halves.of(picture.area()).world());
                    double share = (x - at.cartX()) / (REACH * at.unit());
                    return OptionalDouble.of(Math.clamp(share, -HARDEST, HARDEST) * cart.strongest());
                })
                .orElse(OptionalDouble.empty());
    }

    @Override
    public boolean grips(Picture picture, double x, double y) {
        return Halves.of(picture.area()).world().contains(x, y);
    }

    @Override
    public String hint(Picture picture, double x, double y) {
        return Portraits.hint(picture, Halves.of(picture.area()).portrait(), x, y);
    }

    @Override
    public String spoken(Picture picture) {
        return cart(picture)
                .map(cart -> String.format(
                        Locale.ROOT,
                        "cart at %.2f metres, pole %.1f degrees to the %s%s%s",
                        cart.position(),
                        Math.toDegrees(Math.abs(cart.angle())),
                        cart.angle() >= 0 ? "right" : "left",
                        cart.force() == 0 ? "" : ", pushed with " + newtons(cart.force()),
                        Portraits.spoken(picture)))
                .orElse("");
    }
}
