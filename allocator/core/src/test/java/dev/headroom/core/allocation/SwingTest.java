package dev.headroom.core.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SwingTest {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }

  @Test
  void beginsWhereTheValueIs() {
    assertEquals(7, Swing.of(7, START).lowest());
    assertEquals(7, Swing.of(7, START).highest());
  }

  @Test
  void holdsTheExtremesOfAWindow() {
    Swing swing = Swing.of(7, START).next(3, WINDOW, after(1)).next(12, WINDOW, after(2));
    swing = swing.next(7, WINDOW, after(9));
    assertEquals(3, swing.lowest());
    assertEquals(12, swing.highest());
  }

  @Test
  void holdsThemForTheWindowAfter() {
    Swing swing = Swing.of(7, START).next(3, WINDOW, after(9)).next(5, WINDOW, after(10));
    assertEquals(3, swing.next(5, WINDOW, after(19)).lowest());
    assertEquals(7, swing.next(5, WINDOW, after(19)).highest());
  }

  @Test
  void forgetsThemAfterTwoWindows() {
    Swing swing = Swing.of(3, START).next(7, WINDOW, after(10)).next(8, WINDOW, after(20));
    assertEquals(7, swing.lowest());
    assertEquals(8, swing.highest());
  }

  @Test
  void beginsAnewAfterAPause() {
    Swing swing = Swing.of(3, START).next(9, WINDOW, after(20));
    assertEquals(9, swing.lowest());
    assertEquals(9, swing.highest());
  }

  @Test
  void isTheSameWhereNothingIsNew() {
    Swing swing = Swing.of(3, START).next(9, WINDOW, after(1));
    assertEquals(swing, swing.next(5, WINDOW, after(2)));
  }
}
