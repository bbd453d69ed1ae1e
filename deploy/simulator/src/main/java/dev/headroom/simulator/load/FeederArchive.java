package dev.headroom.simulator.load;

import dev.headroom.actors.load.LoadTrace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The IEEE European low-voltage feeder as a tar.gz; its text files by name. */
final class FeederArchive {

  private static final int LARGEST_FILE = 1 << 20;
  private static final int MOST_FILES = 1000;

  private FeederArchive() {}

  static LoadTrace read(Path archive) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (var file = new BufferedInputStream(Files.newInputStream(archive));
        var gzip = new GzipCompressorInputStream(file);
        var tar = new TarArchiveInputStream(gzip)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          texts.put(baseName(entry.getName()), text(archive, entry, tar));
        }
        if (texts.size() > MOST_FILES) {
          throw new UnreadableLoad(archive + ": more than " + MOST_FILES + " files");
        }
      }
    }
    return Feeder.trace(archive.toString(), texts);
  }

  private static String text(Path archive, TarArchiveEntry entry, TarArchiveInputStream tar)
      throws IOException {
    byte[] bytes = tar.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      throw new UnreadableLoad(archive + ": " + entry.getName() + " is larger than 1 MiB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
