package rewardscope.compute;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Makes plugin jars from source text, as somebody else's build would.
final class PluginJar {
    private final Map<String, String> sources = new TreeMap<>();
    private String service = "";
    private String left = "";

    /// @param name of a class, its package included
    PluginJar with(String name, String source) {
        sources.put(name, source);
        return this;
    }

    /// The line of its service file.
    PluginJar offering(String provider) {
        service = provider;
        return this;
    }

    /// Leaves a compiled class out of the jar.
    PluginJar without(String name) {
        left = name;
        return this;
    }

    void write(Path jar) throws IOException {
        Path work = Files.createTempDirectory("plugin");
        try {
            for (var source : sources.entrySet()) {
                Path file = work.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
            Path classes = Files.createDirectories(work.resolve("classes"));
            var compiler = ToolProvider.getSystemJavaCompiler();
            var said = new StringWriter();
            try (var files = compiler.getStandardFileManager(null, null, null);
                    var found = Files.walk(work)) {
                List<Path> java = found.filter(f -> f.toString().endsWith(".java")).toList();
                boolean well = java.isEmpty()
                        || compiler.getTask(said, files, null,
                                List.of("-proc:none", "-d", classes.toString(), "-cp", "target/classes"), null,
                                files.getJavaFileObjectsFromPaths(java)).call();
                if (!well) {
                    throw new IllegalArgumentException(said.toString());
                }
            }
            pack(classes, jar);
        } finally {
            try (var all = Files.walk(work)) {
                for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> found = Files.walk(classes)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + ComputeProvider.class.getName()));
            out.write(service.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.equals(left.replace('.', '/') + ".class")) {
                    out.putNextEntry(new JarEntry(name));
                    out.write(Files.readAllBytes(file));
                    out.closeEntry();
                }
            }
        }
    }
}
