package dev.headroom.simulator.meter;

import dev.headroom.actors.site.CtMeter;
import dev.headroom.simulator.world.WorldThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A meter that sends what it shows once a period. While an answer is awaited it sends nothing: only
 * the newest sample matters. On the world's thread.
 */
public final class SimulatedMeter implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SimulatedMeter.class.getName());

  private final String name;
  private final CtMeter clamps;
  private final WorldThread world;
  private final Duration period;
  private final MeterUplink uplink;
  private Optional<WorldThread.Planned> running = Optional.empty();
  private boolean awaiting;
  private long accepted;
  private long refused;
  private long lost;

  /**
   * A meter that is switched off.
   *
   * @param site whose meter it is; its DTLS identity is {@code site/name}
   */
  public SimulatedMeter(
      String site,
      String name,
      CtMeter clamps,
      URI address,
      String key,
      WorldThread world,
      Duration period) {
    this.name = name;
    this.clamps = clamps;
    this.world = world;
    this.period = period;
    try {
      this.uplink = new MeterUplink(address, site + "/" + name, key);
    } catch (IOException e) {
      throw new UncheckedIOException("meter " + site + "/" + name + " has no socket", e);
    }
  }

  /** Switches it on; again does nothing. */
  public void start(Duration first) {
    if (running.isEmpty()) {
      running = Optional.of(world.every(first, period, this::send));
    }
  }

  /** Switches it off: no more samples. */
  public void stop() {
    running.ifPresent(WorldThread.Planned::cancel);
    running = Optional.empty();
  }

  private void send() {
    if (awaiting) {
      return;
    }
    awaiting = true;
    byte[] senMl = SenMl.encode(name, clamps.sample(), world.now());
    uplink.post(
        senMl,
        new MeterUplink.Outcome() {
          @Override
          public void answered(boolean success, String code) {
            world.execute(() -> count(success, code));
          }

          @Override
          public void lost() {
            world.execute(SimulatedMeter.this::countLost);
          }
        });
  }

  private void count(boolean success, String code) {
    awaiting = false;
    if (success) {
      accepted++;
    } else {
      refused++;
      LOG.log(Level.WARNING, "meter {0} was refused: {1}", name, code);
    }
  }

  private void countLost() {
    awaiting = false;
    lost++;
  }

  public String name() {
    return name;
  }

  public boolean running() {
    return running.isPresent();
  }

  /** Samples that meter-ingest took. */
  public long accepted() {
    return accepted;
  }

  /** Samples that it answered with an error. */
  public long refused() {
    return refused;
  }

  /** Samples that nobody answered. */
  public long lost() {
    return lost;
  }

  @Override
  public void close() {
    stop();
    uplink.close();
  }
}
