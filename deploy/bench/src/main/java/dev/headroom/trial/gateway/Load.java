package dev.headroom.trial.gateway;

import dev.headroom.trial.process.Part;
import dev.headroom.trial.report.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a server bore: of the rates that were tried in turn, the highest whose answers came in time.
 *
 * @param perSecond messages a second, 0 if it bore none
 * @param answers how long answers took at that rate
 * @param processor time of the server for each message, its pings and its own work included
 */
record Load(double perSecond, Samples answers, Duration processor) {

  private static final Duration LIMIT = Duration.ofMillis(250);
  private static final double ALMOST = 0.9;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final int EASY = 1000;
  private static final Duration PRACTICE = Duration.ofSeconds(12);
  private static final List<Integer> RATES =
      List.of(1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_000, 16_000, 20_000, 24_000);

  /** Raises the rate until answers come late, or the chargers cannot send as much. */
  static Load highest(Fleet<?> fleet, Part server) throws InterruptedException {
    fleet.rate(EASY);
    Thread.sleep(PRACTICE.toMillis());
    Load highest = new Load(0, new Samples(), Duration.ZERO);
    for (int rate : RATES) {
      Load load = at(rate, fleet, server);
      boolean inTime =
          load.perSecond >= ALMOST * rate && load.answers.quantile(0.99).compareTo(LIMIT) <= 0;
      System.out.printf(
          Locale.ROOT,
          "  %d asked, %.0f answered in a second, p99 %d ms, %.0f us of processor each%n",
          rate,
          load.perSecond,
          load.answers.quantile(0.99).toMillis(),
          load.processor.toNanos() / 1e3);
      if (!inTime) {
        break;
      }
      highest = load;
    }
    fleet.rate(0);
    return highest;
  }

  private static Load at(int rate, Fleet<?> fleet, Part server) throws InterruptedException {
    fleet.rate(rate);
    Thread.sleep(WARM_UP.toMillis());
    fleet.takeAnswers();
    Duration before = server.processorTime();
    long since = System.nanoTime();
    Thread.sleep(MEASURED.toMillis());
    Samples answers = fleet.takeAnswers();
    Duration spent = server.processorTime().minus(before);
    double seconds = (System.nanoTime() - since) / 1e9;
    int answered = Math.max(1, answers.size());
    return new Load(answered / seconds, answers, spent.dividedBy(answered));
  }

  /** So many a second would keep one processor of the server busy. */
  double perCore() {
    return processor.isZero() ? 0 : 1e9 / processor.toNanos();
  }
}
