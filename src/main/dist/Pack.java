import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/// Packs the application's image into a zip that keeps what an unpacked image needs: who may execute a file, and times to
/// the second, since an archive of classes is only taken beside jars of the age that it knows.
///
/// Called by the build as `java Pack.java FOLDER ZIP (FROM TO)...`, it first copies what lies in each FROM to its place in
/// the folder. The zip, which may lie in that folder, leaves itself out.
final class Pack {
    private Pack() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path zip = Path.of(args[1]);
        for (int i = 2; i < args.length; i += 2) {
            copy(Path.of(args[i]), Path.of(args[i + 1]));
        }
        Files.deleteIfExists(zip);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (var packed = FileSystems.newFileSystem(zip, Map.of("create", "true", "enablePosixFileAttributes", "true"));
                var files = Files.walk(folder)) {
            files.filter(file -> !file.equals(zip) && !file.equals(folder))
                    .forEach(file -> add(file, packed, folder, posix));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void add(Path file, FileSystem packed, Path folder, boolean posix) {
        try {
            Path target = packed.getPath(folder.relativize(file).toString().replace('\\', '/'));
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
            Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
            if (posix) {
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
