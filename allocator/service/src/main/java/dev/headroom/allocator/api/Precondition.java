package dev.headroom.allocator.api;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a change expects the site to be at. */
sealed interface Precondition {

  /** This version. */
  record Version(long version) implements Precondition {}

  /** Whatever there is, but something. */
  record Any() implements Precondition {}

  /** No such site yet. */
  record Absent() implements Precondition {}

  /** Nothing was said. */
  record None() implements Precondition {}

  /**
   * As the request says.
   *
   * @throws ProblemException if that cannot be understood, or says two things
   */
  static Precondition of(
      @Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable Long baseVersion) {
    if ((ifMatch == null ? 0 : 1) + (ifNoneMatch == null ? 0 : 1) + (baseVersion == null ? 0 : 1)
        > 1) {
      throw ProblemException.malformed(
          "say one of If-Match, If-None-Match and baseVersion, not several");
    }
    if (ifMatch != null) {
      return ifMatch.strip().equals("*") ? new Any() : version(ifMatch);
    }
    if (ifNoneMatch != null) {
      return absent(ifNoneMatch);
    }
    if (baseVersion == null) {
      return new None();
    }
    return baseVersion == 0 ? new Absent() : new Version(baseVersion);
  }

  private static Precondition version(String ifMatch) {
    OptionalLong version = EntityTag.version(ifMatch);
    if (version.isEmpty()) {
      throw ProblemException.malformed(
          "If-Match is the ETag of a GET, such as \"3\", or *; not " + ifMatch);
    }
    return new Version(version.getAsLong());
  }

  private static Precondition absent(String ifNoneMatch) {
    if (!ifNoneMatch.strip().equals("*")) {
      throw ProblemException.malformed("If-None-Match is *: create it if it is not there");
    }
    return new Absent();
  }

  /**
   * The version a proposal is made from, which its owner will check again.
   *
   * @param current the site's version now; 0 if there is no such site
   * @throws ProblemException if it does not hold, or nothing was said and something is at stake
   */
  default long base(String site, long current) {
    boolean holds =
        switch (this) {
          case Version(long version) -> current > 0 && version >= current;
          case Any _ -> current > 0;
          case Absent _ -> current == 0;
          case None _ -> {
            if (current > 0) {
              throw ProblemException.unconditional(site, current);
            }
            yield true;
          }
        };
    if (!holds) {
      throw ProblemException.conflict(
          current == 0
              ? "site '" + site + "' does not exist"
              : "site '" + site + "' is at version " + current,
          current);
    }
    // Newer than this instance knows of: the owner knows.
    return this instanceof Version(long version) ? version : current;
  }
}
