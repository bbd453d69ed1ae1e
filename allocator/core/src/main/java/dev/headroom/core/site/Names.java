package dev.headroom.core.site;

import java.util.regex.Pattern;

/** What sites, circuits, meters and EVSEs may be called: safe in topic keys, URLs and labels. */
public final class Names {

  /** As a regular expression, from beginning to end. */
  public static final String FORM = "[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?";

  private static final Pattern LEGAL = Pattern.compile(FORM);

  private Names() {}

  /**
   * Passes a legal name.
   *
   * @throws IllegalArgumentException saying what a name looks like
   */
  public static String check(String what, String name) {
    if (!LEGAL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what
              + " name '"
              + name
              + "' must be 1 to 63 small letters, digits, '-' or '.',"
              + " with a letter or digit at both ends");
    }
    return name;
  }
}
