package dev.headroom.cli.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** The terminal as a whole screen, drawn four times a second and given back as it was. */
final class TerminalView implements AutoCloseable {

  private static final long BETWEEN_LOOKS_MILLIS = 250;
  private static final int ESCAPE = 27;
  private static final int CONTROL_C = 3;

  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private int scroll;
  private volatile boolean interrupted;

  /**
   * Takes the terminal over.
   *
   * @throws IOException if there is none
   */
  TerminalView() throws IOException {
    terminal = TerminalBuilder.builder().system(true).dumb(false).build();
    before = terminal.enterRawMode();
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.puts(Capability.clear_screen);
    terminal.flush();
    terminal.handle(Terminal.Signal.INT, signal -> interrupted = true);
    display = new Display(terminal, true);
  }

  /** Draws until somebody presses q or Ctrl-C, or the stream's thread ends. */
  void show(String address, Palette palette, Supplier<Picture> picture, Thread stream)
      throws IOException {
    while (stream.isAlive() && !interrupted) {
      int width = Math.max(20, terminal.getWidth());
      int height = Math.max(3, terminal.getHeight());
      Screen screen = new Screen(address, width, height - 1, palette);
      scroll = Math.clamp(scroll, 0, Math.max(0, picture.get().sites().size() - 1));
      List<AttributedString> lines =
          screen.lines(picture.get(), Instant.now(), scroll).stream()
              .map(AttributedString::fromAnsi)
              .toList();
      display.resize(height, width);
      display.update(lines, 0);
      if (ended(terminal.reader())) {
        return;
      }
    }
  }

  private boolean ended(NonBlockingReader keys) throws IOException {
    int key = keys.read(BETWEEN_LOOKS_MILLIS);
    if (key == ESCAPE && keys.peek(20) >= 0) {
      keys.read(20);
      scroll(keys.read(20));
      return false;
    }
    return key == 'q' || key == CONTROL_C || key == NonBlockingReader.EOF;
  }

  private void scroll(int arrow) {
    switch (arrow) {
      case 'A' -> scroll--;
      case 'B' -> scroll++;
      default -> {
        // Another key that begins like an arrow.
      }
    }
  }

  @Override
  public void close() throws IOException {
    terminal.puts(Capability.cursor_visible);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
    terminal.close();
  }
}
