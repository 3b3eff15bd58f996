package rewardscope.lesson;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a literal answer has to look like.
final class AnswerShapes {
    private AnswerShapes() {}

    /// The option that an answer names: by its own words, or by its number counted from 1. Reports one that names none.
    static OptionalInt option(Node node, List<Exercise.Option> options, Problems problems) {
        var found = node instanceof Node.Scalar scalar ? option(scalar, options) : OptionalInt.empty();
        if (found.isEmpty()) {
            String written = node instanceof Node.Scalar scalar ? scalar.text() : "";
            var words = options.stream().map(Exercise.Option::words).toList();
            problems.at(
                    node,
                    "the answer is none of the options",
                    Nearest.to(written, words)
                            .map(name -> "Did you mean `" + name + "`?")
                            .orElse("Write an option as it stands, or its number from 1 to " + options.size()));
        }
        return found;
    }

    /// The index of the option that an answer names.
    static OptionalInt option(Node.Scalar answer, List<Exercise.Option> options) {
        return option(answer.text(), answer.kind() == Node.Kind.INTEGER, options);
    }

    static OptionalInt option(String written, boolean number, List<Exercise.Option> options) {
        var byWords = IntStream.range(0, options.size())
                .filter(i -> options.get(i).words().strip().equals(written.strip()))
                .findFirst();
        if (byWords.isPresent() || !number) {
            return byWords;
        }
        long index = written.length() > 4 ? 0 : Long.parseLong(written);
        return index >= 1 && index <= options.size() ? OptionalInt.of((int) index - 1) : OptionalInt.empty();
    }
}
