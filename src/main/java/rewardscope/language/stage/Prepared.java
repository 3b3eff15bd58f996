package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.language.feedback.Comparison;
import rewardscope.language.world.Prompt;

/// A comparison in tokens.
///
/// @param comparison in words
record Prepared(Comparison comparison, Prompt prompt, List<int[]> answers) {
    static List<Prepared> all(Lab lab, List<Comparison> comparisons) {
        var prepared = new ArrayList<Prepared>();
        for (Comparison c : comparisons) {
            var tokens = c.answers().stream().flatMap(answer -> lab.tokens(answer).stream()).toList();
            if (tokens.size() == c.answers().size()) {
                lab.prompt(c.prompt()).ifPresent(prompt -> prepared.add(new Prepared(c, prompt, tokens)));
            }
        }
        return List.copyOf(prepared);
    }

    int size() {
        return answers.size();
    }

    Network.Said said(int answer) {
        return new Network.Said(prompt, answers.get(answer));
    }
}
