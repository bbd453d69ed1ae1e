package dev.headroom.simulator.load;

import dev.headroom.actors.load.LoadTrace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recorded loads in the formats that are published: the IEEE European low-voltage feeder (a tar.gz
 * of one-minute profiles on three phases) and the UCI household (text, one-minute amperes).
 */
public final class LoadFiles {

  private LoadFiles() {}

  /**
   * Reads a file of either format.
   *
   * @throws UnreadableLoad saying what is wrong with it and what is understood
   */
  public static LoadTrace read(Path file) {
    try {
      if (isGzip(file)) {
        return FeederArchive.read(file);
      }
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        return HouseholdText.read(file, lines);
      }
    } catch (IOException e) {
      throw new UnreadableLoad(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    }
  }
}
