package rewardscope.compute;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

/// Loads the classes of one plugin: those of its jar, and of the libraries that its manifest names. Of the application it
/// sees the package `rewardscope.compute` and nothing else; of the JDK everything.
final class PluginLoader extends URLClassLoader {
    PluginLoader(Path jar) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, new Window());
    }

    /// What a plugin sees of its surroundings.
    private static final class Window extends ClassLoader {
        private static final String OPEN = ComputeProvider.class.getPackageName() + ".";

        Window() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            boolean open = name.startsWith(OPEN) && name.indexOf('.', OPEN.length()) < 0;
            if (!open) {
                throw new ClassNotFoundException(name);
            }
            return Class.forName(name, true, PluginLoader.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return ClassLoader.getPlatformClassLoader().getResources(name);
        }
    }

    @Override
    public String toString() {
        return "plugin " + List.of(getURLs());
    }
}
