package rewardscope.ui.stage;

import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.language.LanguageLook;
import rewardscope.sim.View;
import rewardscope.ui.equation.Sentence;

/// The stage in words, for those who do not see it: where the agent is, what that place is worth, and what the last act
/// did.
final class Narration {
    private Narration() {}

    static String of(Picture picture, WorldPainter painter) {
        View view = picture.view();
        String act = view.event().map(event -> Sentence.of(event, view.world())).orElse("Nothing has happened yet.");
        return sentence(state(picture, painter)) + act;
    }

    private static String state(Picture picture, WorldPainter painter) {
        String whole = painter.spoken(picture);
        if (!whole.isEmpty()) {
            return whole;
        }
        return switch (picture.view().world()) {
            case View.World.Finite finite -> Description.spoken(picture.view(), painter, Place.of(finite.state()));
            case View.World.Language(LanguageLook look) ->
                LanguageWords.spoken(look, picture.attention(), look.prompt().size() - 1);
            default -> "";
        };
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ". ";
    }
}
