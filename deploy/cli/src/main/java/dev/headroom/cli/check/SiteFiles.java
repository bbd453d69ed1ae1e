package dev.headroom.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.contract.site.SiteYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that are meant: themselves, {@code -}, or all site files below a directory. */
final class SiteFiles {

  private static final String STANDARD_INPUT = "-";

  /** More than a site file may have, so that the reader says that it is too large. */
  private static final int MOST_BYTES = 1 << 20;

  private final InputStream standardInput;

  SiteFiles(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Reads and checks them, in the order given.
   *
   * @throws CannotStart if there are none, or one cannot be read
   */
  List<CheckedFile> check(List<String> names) {
    if (names.isEmpty()) {
      throw new CannotStart(
          "which file? Name site files, a directory of them, or - for one on stdin");
    }
    List<CheckedFile> checked = new ArrayList<>();
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        checked.add(new CheckedFile(name, SiteYaml.read("stdin", text())));
      } else {
        files(Path.of(name)).forEach(it -> checked.add(checked(it)));
      }
    }
    return checked;
  }

  private static CheckedFile checked(Path file) {
    return new CheckedFile(file.toString(), SiteYaml.read(file));
  }

  private String text() {
    try {
      return new String(standardInput.readNBytes(MOST_BYTES), UTF_8);
    } catch (IOException e) {
      throw new CannotStart("cannot read standard input: " + e.getMessage());
    }
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      requireReadable(path);
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> found =
          below.filter(SiteFiles::isYaml).sorted().peek(SiteFiles::requireReadable).toList();
      if (found.isEmpty()) {
        throw new CannotStart("there is no *.yaml below " + path);
      }
      return found;
    } catch (IOException e) {
      throw new CannotStart("cannot read " + path + ": " + e.getMessage());
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static void requireReadable(Path file) {
    if (!Files.exists(file)) {
      throw new CannotStart("there is no file " + file);
    }
    if (!Files.isReadable(file)) {
      throw new CannotStart("cannot read " + file + ": check its permissions");
    }
  }
}
