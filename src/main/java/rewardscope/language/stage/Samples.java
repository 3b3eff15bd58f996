package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.language.world.Prompt;

/// A model's present answers to three prompts, one of each kind, written anew only so often: a model that answers three
/// prompts in every picture would do little else.
final class Samples {
    private static final int LOOKS = 50;

    private final LanguageLab lab;
    private List<LanguageLab.Written> written = List.of();
    private int stage = -1;
    private double asOf;

    Samples(LanguageLab lab) {
        this.lab = lab;
    }

    /// @param current the number of the stage
    /// @param progress of that stage, in [0, 1]
    /// @param wanted whether there is room for them in the picture
    LabLook look(int current, double progress, boolean wanted) {
        boolean due = current != stage || progress < asOf || progress >= asOf + 1.0 / LOOKS
                || progress == 1 && asOf < 1;
        if (wanted && due) {
            var models = lab.models();
            written = models.isEmpty() ? List.of() : answers(models.contains("policy") ? "policy" : models.getLast());
            stage = current;
            asOf = progress;
        }
        return new LabLook(lab.stages(), wanted ? written : List.of(), asOf, lab.world(), 0, 0);
    }

    /// What has been written no longer holds, since the networks are others.
    void forget() {
        stage = -1;
    }

    private List<LanguageLab.Written> answers(String model) {
        var answers = new ArrayList<LanguageLab.Written>();
        for (Prompt.Kind kind : Prompt.Kind.values()) {
            lab.world().prompts().stream()
                    .filter(prompt -> prompt.kind() == kind)
                    .findFirst()
                    .ifPresent(prompt -> answers.add(lab.write(model, prompt, 0, 0)));
        }
        return answers;
    }
}
