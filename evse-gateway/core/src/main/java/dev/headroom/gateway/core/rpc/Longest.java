package dev.headroom.gateway.core.rpc;

/** How long a charger's names for things may be: what is longer is refused, not cut. */
public final class Longest {

  /** Far above the 20 and 36 characters of the specifications, which not all keep to. */
  private static final int NAME = 255;

  private Longest() {}

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException if it is absurdly long
   */
  public static String name(String text) {
    if (text.length() > NAME) {
      throw new IllegalArgumentException("a name of " + text.length() + " characters");
    }
    return text;
  }
}
