package dev.headroom.kubernetes.container;

import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service's image: what the Containerfile says, and the directory it is built from.
 *
 * @param context the module's target directory
 */
public record Image(Containerfile containerfile, Path context) {

  public static Image of(Module module) {
    return new Image(
        Containerfile.read(Chart.text(Chart.HOME.resolve("Containerfile"))),
        module.directory().resolve("target"));
  }

  /**
   * Copies what the image holds beside its base below this root.
   *
   * @throws IllegalStateException if something is not there to be copied
   */
  public void layOut(Path root) {
    Path workdir = inside(root, containerfile.only("WORKDIR"));
    for (Containerfile.Copy copy : containerfile.copies()) {
      Path source = context.resolve(copy.source());
      if (!Files.exists(source)) {
        throw new IllegalStateException(source + " is not there; has the module been packaged?");
      }
      Path destination = workdir.resolve(copy.destination());
      copy(source, Files.isDirectory(source) ? destination : destination.resolve(name(source)));
    }
  }

  private static void copy(Path source, Path destination) {
    try (var files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = destination.resolve(source.relativize(file).toString()).normalize();
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + source, e);
    }
  }

  /** An absolute path of the image, below the directory that stands for its root. */
  static Path inside(Path root, String path) {
    return root.resolve(path.substring(1));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
