package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// The OpenCL plugin is a jar of its own, as the build describes it: without that jar the application has no class, no
/// kernel, no service and no library of it. (`ArchitectureTest` says that no class of the application names one.)
class PluginPackagingTest {
    private static final String PLUGIN = "rewardscope/compute/opencl";
    private static final XPath PATHS = XPathFactory.newInstance().newXPath();
    private static Document pom;

    @BeforeAll
    static void readTheBuild() throws Exception {
        pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
    }

    private static List<String> texts(String path) throws Exception {
        var nodes = (NodeList) PATHS.evaluate(path, pom, XPathConstants.NODESET);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    @Test
    void itsLibrariesAreNoneOfTheApplications() throws Exception {
        assertThat(texts("/project/dependencies/dependency[groupId='org.lwjgl']/scope"))
                .hasSameSizeAs(texts("/project/dependencies/dependency[groupId='org.lwjgl']"))
                .hasSizeGreaterThan(2)
                .containsOnly("provided");
        assertThat(texts("//execution[id='libraries']//includeScope")).containsExactly("runtime");
        assertThat(texts("//execution[id='plugin-libraries']//outputDirectory"))
                .containsExactly("${app.home}/plugins/opencl");
    }

    @Test
    void theApplicationsJarLeavesItsClassesAndKernelsOut() throws Exception {
        assertThat(texts("//plugin[artifactId='maven-jar-plugin']//exclude")).contains(PLUGIN + "/**");
        assertThat(texts("//jar[contains(@destfile, 'plugins/')]/fileset/@includes")).containsExactly(PLUGIN + "/**");
        assertThat(kernels()).isNotEmpty().allMatch(file -> file.startsWith(Path.of(PLUGIN)));
    }

    private static List<Path> kernels() throws IOException {
        Path classes = Path.of("target/classes");
        try (var files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".cl")).map(classes::relativize).toList();
        }
    }

    @Test
    void itsServiceIsNamedInItsOwnJarAlone() throws Exception {
        assertThat(texts("//service/@provider")).containsExactly("rewardscope.compute.opencl.OpenClProvider");
        String own = Files.readString(
                Path.of("src/main/resources/META-INF/services", ComputeProvider.class.getName()));
        assertThat(own.lines())
                .containsExactlyInAnyOrder("rewardscope.compute.EjmlProvider", "rewardscope.compute.SimdProvider");
    }

    @Test
    void everyLibraryBesideItIsOnItsClassPath() throws Exception {
        String classPath = texts("//jar[contains(@destfile, 'plugins/')]/manifest/attribute[@name='Class-Path']/@value")
                .getFirst();
        var expected = new ArrayList<String>();
        var nodes = (NodeList) PATHS.evaluate(
                "/project/dependencies/dependency[groupId='org.lwjgl']", pom, XPathConstants.NODESET);
        for (int i = 0; i < nodes.getLength(); i++) {
            String classifier = (String) PATHS.evaluate("classifier", nodes.item(i), XPathConstants.STRING);
            expected.add("opencl/" + PATHS.evaluate("artifactId", nodes.item(i)) + "-${lwjgl.version}"
                    + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar");
        }
        assertThat(classPath.split(" ")).containsExactlyInAnyOrderElementsOf(expected);
    }
}
