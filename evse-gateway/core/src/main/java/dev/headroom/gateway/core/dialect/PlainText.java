package dev.headroom.gateway.core.dialect;

/** Texts of chargers that are written down: no longer than they may be, and fit for a log. */
final class PlainText {

  private PlainText() {}

  /** The first code points of a text, question marks for what controls a terminal or is no text. */
  static String cut(String text, int longest) {
    int[] plain = text.codePoints().limit(longest).map(PlainText::printable).toArray();
    return new String(plain, 0, plain.length);
  }

  private static int printable(int codePoint) {
    boolean odd =
        Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    return odd ? '?' : codePoint;
  }
}
