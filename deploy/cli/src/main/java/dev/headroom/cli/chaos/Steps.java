package dev.headroom.cli.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Says line after line; where somebody steps through, each waits for Enter. */
final class Steps implements Consumer<String> {

  private final PrintWriter out;
  private Optional<BufferedReader> keys;
  private boolean quit;

  /**
   * @param keys empty if nobody steps
   */
  Steps(PrintWriter out, Optional<BufferedReader> keys) {
    this.out = out;
    this.keys = keys;
  }

  @Override
  public void accept(String line) {
    out.println(line);
    out.flush();
    if (!quit) {
      keys.ifPresent(this::await);
    }
  }

  /** Whether it is to end here. */
  boolean quit() {
    return quit;
  }

  private void await(BufferedReader from) {
    try {
      String key = from.readLine();
      if (key == null) {
        keys = Optional.empty();
      } else {
        quit = key.strip().equalsIgnoreCase("q");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
