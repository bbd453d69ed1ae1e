package dev.headroom.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the broker and the database's launcher log to a file instead of the console. */
final class LauncherLog {
  private LauncherLog() {}

  static void to(Path file) {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    try {
      var handler = new FileHandler(file.toString());
      handler.setFormatter(new SimpleFormatter());
      root.addHandler(handler);
      root.setLevel(Level.WARNING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot log to " + file, e);
    }
  }
}
