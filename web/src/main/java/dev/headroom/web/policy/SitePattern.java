package dev.headroom.web.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of sites, where {@code *} stands for any run of characters: {@code campus-*}. Only {@code
 * *} alone is all sites.
 */
public record SitePattern(String text) {

  public static final SitePattern EVERY = new SitePattern("*");

  private static final Pattern LEGAL = Pattern.compile("[-a-z0-9.]*(\\*[-a-z0-9.]+)*+\\*?");

  private static final int LONGEST = 128;

  /** The pattern, if it is one. */
  public static Optional<SitePattern> parse(String text) {
    return Optional.of(text)
        .filter(it -> !it.isEmpty() && it.length() <= LONGEST && LEGAL.matcher(it).matches())
        .map(SitePattern::new);
  }

  public boolean matchesEvery() {
    return equals(EVERY);
  }

  public boolean matches(String site) {
    String[] parts = text.split("\\*", -1);
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return site.equals(text);
    }
    if (!site.startsWith(parts[0])) {
      return false;
    }
    // What comes first fits first: nothing is gained by leaving more to a star.
    int end = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = site.indexOf(parts[i], end);
      if (found < 0) {
        return false;
      }
      end = found + parts[i].length();
    }
    return site.length() - last.length() >= end && site.endsWith(last);
  }

  /** The same for SQL's {@code like}; no legal name holds what it would take for a wildcard. */
  public String like() {
    return text.replace('*', '%');
  }
}
