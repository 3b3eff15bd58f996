package rewardscope.ui.formula;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import rewardscope.ui.Headless;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;

/// Formulas as a picture, to be judged by eye: `FormulaPictures FOLDER`.
public final class FormulaPictures {
    private static final List<String> SAMPLES = List.of(
            "Q(S,A) \\leftarrow Q(S,A) + \\alpha \\left[ R + \\gamma \\max_a Q(S',a) - Q(S,A) \\right]",
            "v_{k+1}(s) \\leftarrow \\max_a \\sum_{s',r} p(s',r\\mid s,a) \\left[ r + \\gamma v_k(s') \\right]",
            "\\nabla J(\\theta) \\propto \\mathbb{E}\\left[ \\sum_{t=0}^{T-1} "
                    + "\\frac{\\nabla\\pi(A_t|S_t,\\theta)}{\\pi(A_t|S_t,\\theta)} G_t \\right]",
            "v = (I - \\gamma P)^{-1} r, \\quad P = \\begin{pmatrix} 0.8 & 0.2 \\\\ 0.1 & 0.9 \\end{pmatrix}",
            "\\sqrt{\\frac{2\\ln t}{N_t(a)}} \\qquad "
                    + "\\hat{A}_t = \\underbrace{\\delta_t + \\gamma\\lambda\\hat{A}_{t+1}}_{\\text{GAE}}",
            "\\left( \\frac{\\displaystyle\\sum_{i=1}^n x_i}{\\dfrac{a}{b}+1} \\right)^2 = "
                    + "\\left\\{ \\begin{array}{ll} 1 & a = \\text{up} \\\\ 0 & \\text{otherwise} \\end{array} \\right.",
            "\\frac{1}{2} + \\foo");

    private FormulaPictures() {}

    public static void main(String[] args) throws Exception {
        Headless.start();
        var formulas = new Formulas();
        for (String latex : SAMPLES) {
            formulas.layOut(latex, Formulas.Style.DISPLAY);
        }
        Headless.onFx(() -> {
            for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                var box = new VBox(20);
                box.setStyle("-fx-padding: 24; -fx-background-color: " + Palette.css(palette.paper()));
                for (String latex : SAMPLES) {
                    var node = new FormulaNode(formulas.layOut(latex, Formulas.Style.DISPLAY), 28);
                    node.setInk(palette.ink());
                    box.getChildren().add(node);
                }
                var words = new Text("The value ");
                var after = new Text(" is what the agent expects.");
                words.setFont(Fonts.words(16));
                after.setFont(Fonts.words(16));
                words.setFill(palette.ink());
                after.setFill(palette.ink());
                var inline = new FormulaNode(formulas.layOut("\\max_{a'} Q(s',a')", Formulas.Style.INLINE), 17);
                inline.setInk(palette.ink());
                box.getChildren().add(new TextFlow(words, inline, after));
                var scene = new Scene(box, 900, 840);
                Headless.picture(scene, 1, Path.of(args[0], "formulas-" + palette.name() + "-1x.png"));
                Headless.picture(scene, 2, Path.of(args[0], "formulas-" + palette.name() + "-2x.png"));
            }
            return null;
        });
        System.exit(0);
    }
}
