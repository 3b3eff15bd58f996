package rewardscope.lesson;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/// The files below a folder. What cannot be looked into is a problem, and the rest is found all the same.
///
/// @param files in the order of their paths
/// @param problems one for each folder or file that refused
public record FolderFiles(List<Path> files, List<Problem> problems) {
    private static final String CURE = "Allow yourself to read it, or move it out of the folder of lessons";

    /// Looks through a folder; one that is not there is empty.
    ///
    /// @param deepest folders below each other that are looked into
    /// @param wanted which of the files
    public static FolderFiles below(Path folder, int deepest, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return new FolderFiles(List.of(), List.of());
        }
        var collector = new Collector(wanted);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), deepest, collector);
        } catch (IOException e) {
            collector.refused(folder);
        }
        return new FolderFiles(collector.files.stream().sorted().toList(), List.copyOf(collector.problems));
    }

    /// Goes on where a folder refuses.
    static final class Collector extends SimpleFileVisitor<Path> {
        private final Predicate<Path> wanted;
        private final List<Path> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Collector(Predicate<Path> wanted) {
            this.wanted = wanted;
        }

        List<Problem> problems() {
            return problems;
        }

        private void refused(Path path) {
            problems.add(new Problem(path, 1, 1, "this cannot be read", CURE));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.test(file) && Files.isRegularFile(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            refused(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException why) {
            if (why != null) {
                refused(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
