package dev.headroom.cli.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The tree this test is part of: what people wrote, without what builds make. */
record Checkout(Path root) {
  private static final Set<String> MADE = Set.of("target", ".git", "node_modules", ".idea");
  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

  static Checkout ofThisBuild() {
    return new Checkout(Path.of(System.getProperty("headroom.root")));
  }

  List<Path> files(Predicate<Path> wanted) {
    try (var paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> written(root.relativize(path)))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot walk " + root, e);
    }
  }

  List<Path> javaFiles() {
    return files(path -> path.toString().endsWith(".java"));
  }

  /** The modules the root pom names, and no other directory. */
  List<Path> modules() {
    return MODULE
        .matcher(text(root.resolve("pom.xml")))
        .results()
        .map(match -> root.resolve(match.group(1)))
        .toList();
  }

  String relative(Path file) {
    return root.relativize(file).toString();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean written(Path relative) {
    for (Path part : relative) {
      if (MADE.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
