package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rewardscope.language.world.Prompt;
import rewardscope.math.RandomStream;

/// What people are asked: answers to one prompt that the model wrote, in an order that was drawn.
///
/// @param number counted from 1 for every annotator
/// @param shared whether everybody is asked just this
/// @param model which model wrote the answers
/// @param answers all of them different, unless the model says nothing else
public record Question(int number, boolean shared, String model, Prompt prompt, List<String> answers) {
    /// Every so many questions one is put to everybody, so that one can see how far people agree.
    public static final int SHARED_EVERY = 5;

    private static final int TRIES = 4;

    public Question {
        answers = List.copyOf(answers);
    }

    /// Lets a model write the answers. The same question comes back for the same numbers and the same model.
    ///
    /// @param seed of all questions
    /// @param annotator who is asked
    /// @param answers how many; of two, those with the fewest words in common among several, since a label about them
    ///     says the most
    public static Question ask(LanguageLab lab, String model, long seed, String annotator, int number, int answers) {
        boolean shared = number % SHARED_EVERY == 0;
        var random = RandomStream.named(seed, "question " + number + (shared ? "" : " for " + annotator));
        var prompts = lab.world().prompts(false);
        Prompt prompt = prompts.get(random.below(prompts.size()));
        var written = new ArrayList<String>();
        int wanted = answers == 2 ? Asking.CANDIDATES : answers;
        for (int i = 0; i < TRIES * wanted && written.size() < wanted; i++) {
            String answer = lab.write(model, prompt, 1, random.bits()).answer();
            if (!written.contains(answer)) {
                written.add(answer);
            }
        }
        var chosen = answers == 2 && written.size() > 2 ? Asking.leastAlike(written, Question::words) : written;
        return new Question(number, shared, model, prompt, shuffled(chosen, random));
    }

    private static Set<?> words(String answer) {
        return new HashSet<>(List.of(answer.split("\\s+")));
    }

    private static List<String> shuffled(List<String> answers, RandomStream random) {
        var rest = new ArrayList<>(answers);
        var order = new ArrayList<String>();
        while (!rest.isEmpty()) {
            order.add(rest.remove(random.below(rest.size())));
        }
        return order;
    }
}
