package dev.headroom.cli.watch;

/** ANSI colours, or none. */
enum Palette {
  COLOUR,
  PLAIN;

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return dress("1", text);
  }

  String dim(String text) {
    return dress("2", text);
  }

  String red(String text) {
    return dress("31", text);
  }

  String yellow(String text) {
    return dress("33", text);
  }

  String green(String text) {
    return dress("32", text);
  }

  /** By how much is left: none is red, less than a fifth is yellow. */
  String byShare(double share, String text) {
    if (share <= 0) {
      return red(text);
    }
    return share < 0.2 ? yellow(text) : green(text);
  }

  private String dress(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
