package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.language.stage.LabLook;
import rewardscope.language.stage.LanguageLab;

/// The picture of the language lab in words.
final class LabWords {
    static final String NOTHING = "Nothing has been said yet.";

    private LabWords() {}

    /// "fine-tune 40 %"; a stage that is over has a tick.
    static String stage(LanguageLab.StageState stage) {
        String name = stage.name();
        return stage.active()
                ? String.format(Locale.ROOT, "%s %.0f %%", name, 100 * stage.progress())
                : stage.finished() ? "✓ " + name : name;
    }

    /// What is drawn, as sentences.
    static String spoken(LabLook look, LabScene scene) {
        var said = new ArrayList<String>();
        look.stages().stream()
                .filter(LanguageLab.StageState::active)
                .forEach(stage -> said.add("Stage " + stage.name()
                        + String.format(Locale.ROOT, ", %.0f percent", 100 * stage.progress())));
        if (scene.passages().isEmpty()) {
            said.add(NOTHING.substring(0, NOTHING.length() - 1));
        }
        if (!scene.prompt().isEmpty()) {
            said.add("Prompt: " + scene.prompt());
        }
        for (LabScene.Passage passage : scene.passages()) {
            said.add(heading(passage.mark()) + ": " + String.join(" ", passage.tokens()));
            for (LabScene.Row row : passage.rows()) {
                var numbers = new ArrayList<String>();
                for (double value : row.values()) {
                    numbers.add(minus(LabLayout.number(row, value)));
                }
                said.add(row.label() + ": " + String.join(", ", numbers));
            }
            facts("", passage.facts(), said);
        }
        facts("", scene.facts(), said);
        scene.quality().ifPresent(q -> facts("True quality: ", LabLayout.parts(q), said));
        return String.join(". ", said) + ".";
    }

    private static void facts(String before, List<LabScene.Fact> facts, List<String> said) {
        if (!facts.isEmpty()) {
            said.add(before + String.join(", ", facts.stream()
                    .map(fact -> minus(fact.text()))
                    .toList()));
        }
    }

    private static String heading(String mark) {
        return mark.replace("✓ ", "").replace("✗ ", "");
    }

    private static String minus(String number) {
        return number.replace("−", "minus ").replace("+", "");
    }
}
