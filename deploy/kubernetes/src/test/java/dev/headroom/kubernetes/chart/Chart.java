package dev.headroom.kubernetes.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A chart in a directory, rendered by Helm itself. */
public record Chart(Path directory) {

  public static final Path HOME = Path.of(System.getProperty("headroom.root"), "deploy/kubernetes");

  private static final String RELEASE = "headroom";
  private static final String NAMESPACE = "charging";

  /** The oldest Kubernetes that the chart says it is for. */
  private static final String OLDEST = "1.30.0";

  public static Chart ofCheckout() {
    return new Chart(HOME.resolve("headroom"));
  }

  /** What Helm would apply, every field of it known to Kubernetes. */
  public Manifests render(ValuesSet values) {
    return render(values, Map.of());
  }

  /**
   * The same with further values.
   *
   * @param settings as {@code --set} takes them
   * @throws IllegalStateException with Helm's message, when it refuses values or templates
   */
  public Manifests render(ValuesSet values, Map<String, ?> settings) {
    TemplateCommand template =
        new Helm(directory)
            .template()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion(OLDEST);
    values.file(directory).ifPresent(template::withValuesFile);
    settings.forEach(template::set);
    return Manifests.read(template.call());
  }

  public LintResult lintStrictly() {
    return new Helm(directory).lint().strict().call();
  }

  /** A copy in which this text of this file reads otherwise. */
  public Chart altered(Path copy, String file, String text, String otherwise) {
    copyTo(copy);
    Path altered = copy.resolve(file);
    String before = text(altered);
    if (!before.contains(text)) {
      throw new IllegalArgumentException("'%s' is not in %s".formatted(text, file));
    }
    try {
      Files.writeString(altered, before.replace(text, otherwise));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + altered, e);
    }
    return new Chart(copy);
  }

  private void copyTo(Path copy) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(directory.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + directory, e);
    }
  }

  /** The text of a file, in the directory or beside it. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
