package dev.headroom.cli.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The texts of the command line. The front door script prints the same files. */
public final class Texts {
  private Texts() {}

  /** One of the texts beside this class. */
  public static String read(String name) {
    try (var stream = Texts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no text named " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** This build's version, as its jar says. */
  public static String version() {
    return Optional.ofNullable(Texts.class.getPackage().getImplementationVersion())
        .orElse("(unpackaged)");
  }
}
