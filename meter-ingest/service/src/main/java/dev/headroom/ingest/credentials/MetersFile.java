package dev.headroom.ingest.credentials;

import dev.headroom.ingest.reading.MeterIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of lines {@code site/meter: key}; empty lines and lines that start with {@code #} are
 * skipped. A wrong line takes nothing away from the others.
 *
 * @param faults what is wrong, as {@code file:line: reason}, without the key
 */
public record MetersFile(Credentials credentials, List<String> faults, List<String> warnings) {

  private static final int LONGEST_KEY = 128;

  public static MetersFile parse(String fileName, List<String> lines) {
    Map<MeterIdentity, PresharedKey> keys = new HashMap<>();
    List<String> faults = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = fileName + ":" + number + ": ";
      try {
        Line read = Line.of(line);
        if (keys.putIfAbsent(read.identity, read.key) != null) {
          faults.add(place + read.identity + " is there already; the first one counts");
        } else if (read.key.isWeak()) {
          warnings.add(place + "the key is shorter than " + PresharedKey.STRONG_BYTES + " bytes");
        }
      } catch (IllegalArgumentException wrong) {
        faults.add(place + wrong.getMessage());
      }
    }
    return new MetersFile(new Credentials(keys), List.copyOf(faults), List.copyOf(warnings));
  }

  private record Line(MeterIdentity identity, PresharedKey key) {

    static Line of(String line) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("not of the form 'site/meter: key'");
      }
      PresharedKey key = new PresharedKey(line.substring(colon + 1).strip());
      if (key.secret().isEmpty() || key.bytes().length > LONGEST_KEY) {
        throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " bytes");
      }
      return new Line(MeterIdentity.of(line.substring(0, colon).strip()), key);
    }
  }
}
