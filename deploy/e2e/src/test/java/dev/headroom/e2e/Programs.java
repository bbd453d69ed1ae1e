package dev.headroom.e2e;

import java.io.IOException;

/** Programs that may be installed here or not. */
final class Programs {

  private Programs() {}

  /** Whether this command can be run, and ends well. */
  static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
