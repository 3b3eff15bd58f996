package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.language.stage.ClosedForm;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The policy that RLHF and DPO look for, worked out exactly, beside the reference and what has been learned: three bars
/// for each of the likeliest answers. Arrow keys go through prompts and policies.
final class OptimumFigure implements Figure {
    private static final int ANSWERS = 8;

    @Override
    public String title() {
        return "Closed form";
    }

    @Override
    public String meaning() {
        return "The optimum π* beside the reference and the policy, answer by answer, where all can be listed";
    }

    @Override
    public Look look() {
        return Look.OPTIMUM;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        List<ClosedForm> optima = view.looks().optima();
        if (optima.isEmpty()) {
            Ink.waiting(brush, palette, area, "The bars appear as soon as a policy learns from feedback.");
            return;
        }
        int which = Math.clamp(pointed.orElse(optima.size() - 1), 0, optima.size() - 1);
        ClosedForm form = optima.get(which);
        Ink.title(brush, palette, area, sentence(form));
        Ink.note(brush, palette, area.x(), area.y() + 26, String.format(Locale.ROOT,
                "π* ∝ π reference · exp(r/β), β = %s.   %d of %d: ← and → show the others.",
                Numbers.brief(form.beta()), which + 1, optima.size()));
        var bars = form.bars().subList(0, Math.min(ANSWERS, form.bars().size()));
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.optimum(), Math.max(bar.reference(), bar.policy())))
                .max().orElse(1);
        legend(brush, palette, area);
        Box field = new Box(area.x() + 36, area.y() + 56, area.width() - 40, area.height() - 56 - 34);
        var plot = new Plot(field, 0, bars.size(), 0, Math.min(1, 1.1 * most));
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        Ink.tick(brush, palette, field, field.y() + 4, plot.top());
        Ink.tick(brush, palette, field, field.bottom() - 4, 0);
        double group = field.width() / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            ClosedForm.Bar bar = bars.get(i);
            double x = field.x() + i * group + 0.14 * group;
            double w = 0.24 * group;
            brush.fill(column(plot, x, w, bar.reference()), palette.reference());
            Box optimum = column(plot, x + w, w, bar.optimum());
            brush.fill(optimum, palette.hairline());
            brush.outline(optimum, 0, 2, palette.ink());
            brush.fill(column(plot, x + 2 * w, w, bar.policy()), palette.accent());
            String answer = bar.answer().isBlank() ? "(nothing)" : bar.answer();
            double fits = 12 * group / Math.max(1, Brush.wordWidth(answer, 12) + 6);
            double size = Math.clamp(fits, Brush.SMALLEST_TEXT, 12);
            brush.word(answer, x + 1.5 * w, field.bottom() + 11, size, false, palette.ink());
            brush.number("r " + Numbers.signed(bar.reward()), x + 1.5 * w, field.bottom() + 26, 10.5, group - 4, false,
                    palette.faintInk());
        }
    }

    private static Box column(Plot plot, double x, double width, double value) {
        double y = plot.y(Math.min(value, plot.top()));
        return new Box(x, y, width - 2, Math.max(0.5, plot.field().bottom() - y));
    }

    private static void legend(Brush brush, Palette palette, Box area) {
        double y = area.y() + 44;
        double x = area.x() + 40;
        brush.fill(new Box(x, y - 5, 10, 10), palette.reference());
        brush.word("π reference", x + 15, y, 11, false, palette.ink(), TextAlignment.LEFT);
        brush.fill(new Box(x + 96, y - 5, 10, 10), palette.hairline());
        brush.outline(new Box(x + 96, y - 5, 10, 10), 0, 2, palette.ink());
        brush.word("π*, the optimum", x + 111, y, 11, false, palette.ink(), TextAlignment.LEFT);
        brush.fill(new Box(x + 216, y - 5, 10, 10), palette.accent());
        brush.word("π, learned", x + 231, y, 11, false, palette.ink(), TextAlignment.LEFT);
    }

    static String sentence(ClosedForm form) {
        return String.format(Locale.ROOT,
                "“%s”, %s: total variation %.3f from the optimum; the reference is %.3f from it.",
                form.prompt().text(), form.model().equals("reinforce") ? "REINFORCE" : form.model().toUpperCase(Locale.ROOT),
                form.totalVariation(), form.referenceVariation());
    }

    @Override
    public boolean mousePoints() {
        return false; // what the keys chose stays while the mouse passes over it
    }

    @Override
    public int items(View view) {
        return view.looks().optima().size();
    }

    @Override
    public String spoken(View view) {
        var optima = view.looks().optima();
        return optima.isEmpty() ? "nothing yet" : sentence(optima.getLast());
    }
}
