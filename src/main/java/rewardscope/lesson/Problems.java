package rewardscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Collects the problems of one file while it is read.
public final class Problems {
    /// More than this many help nobody.
    private static final int LIMIT = 200;

    private final Path file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public void at(int line, int column, String message, String cure) {
        if (found.size() < LIMIT) {
            found.add(new Problem(file, line, column, message, cure));
        }
    }

    public void at(Node node, String message, String cure) {
        at(node.line(), node.column(), message, cure);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /// Takes a problem back that another one explains better.
    void withdraw(Problem problem) {
        found.remove(problem);
    }

    /// Those found after there were `count`, in the order in which they were found.
    public List<Problem> since(int count) {
        return List.copyOf(found.subList(Math.min(count, found.size()), found.size()));
    }

    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// All of them in the order of the text, each once.
    public List<Problem> sorted() {
        return found.stream().distinct().sorted(Problem.BY_POSITION).toList();
    }
}
