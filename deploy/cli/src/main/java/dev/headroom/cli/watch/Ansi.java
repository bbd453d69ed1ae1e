package dev.headroom.cli.watch;

import org.jline.utils.AttributedString;

/** Lines with colours. */
final class Ansi {

  private Ansi() {}

  /** No more columns than this. */
  static String cut(String line, int width) {
    AttributedString text = AttributedString.fromAnsi(line);
    return text.columnLength() <= width ? line : text.columnSubSequence(0, width).toAnsi();
  }
}
