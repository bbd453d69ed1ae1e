package dev.headroom.contract.site;

import java.util.Map;
import java.util.OptionalInt;

/** Where in a file the parts of a document stand: paths such as {@code spec.evses[1]} to lines. */
record Lines(Map<String, Integer> byPath) {

  static final Lines UNKNOWN = new Lines(Map.of());

  Lines {
    byPath = Map.copyOf(byPath);
  }

  /** The line of the part, or of the nearest part around it that is there. */
  OptionalInt of(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Integer line = byPath.get(at);
      if (line != null) {
        return OptionalInt.of(line);
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    Integer whole = byPath.get("");
    return whole == null ? OptionalInt.empty() : OptionalInt.of(whole);
  }
}
