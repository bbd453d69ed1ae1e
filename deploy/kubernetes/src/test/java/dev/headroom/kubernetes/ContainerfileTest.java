package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Module;
import dev.headroom.kubernetes.container.Containerfile;
import dev.headroom.kubernetes.container.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Containerfile fits what Maven packages and what the chart expects. */
class ContainerfileTest {

  private final Containerfile file =
      Containerfile.read(Chart.text(Chart.HOME.resolve("Containerfile")));

  @ParameterizedTest
  @EnumSource
  void allThatIsPackagedIsCopied(Module module, @TempDir Path root) throws IOException {
    Image image = Image.of(module);
    image.layOut(root);
    assertThat(entries(root.resolve("opt/headroom")))
        .isEqualTo(
            entries(module.directory().resolve("target/quarkus-app"))
                .replace(" quarkus-app-dependencies.txt", "")
                .replace(" app-cds.jsa", ""));
  }

  private static String entries(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(it -> " " + it.getFileName()).sorted().collect(Collectors.joining());
    }
  }

  @Test
  void whatIsNotPackagedIsMissed(@TempDir Path root) {
    assertThatThrownBy(() -> new Image(file, root.resolve("nothing")).layOut(root))
        .hasMessageContaining("is not there");
  }

  @Test
  void itRunsAsAPlainUserByNumberWithoutAShell() {
    assertThat(file.only("USER")).isEqualTo("10001:10001");
    assertThat(file.entrypoint()).startsWith("java").endsWith("-jar", "quarkus-run.jar");
    assertThatThrownBy(() -> Containerfile.read("ENTRYPOINT java -jar a.jar").entrypoint())
        .hasMessageContaining("exec form");
  }

  @Test
  void itsJavaIsTheOneWeCompileFor() {
    String pom = Chart.text(Path.of(System.getProperty("headroom.root"), "pom.xml"));
    String release = pom.replaceFirst("(?s).*<maven.compiler.release>(\\d+)<.*", "$1");
    assertThat(file.only("ARG")).endsWith("eclipse-temurin:" + release + "-jre");
    assertThat(file.only("FROM")).isEqualTo("${BASE}");
  }
}
