package dev.headroom.trial.gateway;

import java.time.Instant;
import java.util.Optional;

/** Says what a charger would and expects to hear it back: the speaker for {@link BareServer}. */
final class Echoed implements Speaker {

  private final Timings answers;
  private Optional<Mouth> mouth = Optional.empty();
  private boolean awaiting;
  private long saidNanos;
  private int samples;
  private volatile Ready ready = new Ready.No();

  Echoed(Timings answers) {
    this.answers = answers;
  }

  @Override
  public void opened(Mouth opened) {
    mouth = Optional.of(opened);
    ready = new Ready.Since(System.nanoTime());
  }

  @Override
  public void heard(String text) {
    if (awaiting) {
      awaiting = false;
      answers.add(System.nanoTime() - saidNanos);
    }
  }

  @Override
  public void lost() {
    mouth = Optional.empty();
    awaiting = false;
    ready = new Ready.No();
  }

  @Override
  public boolean sample() {
    if (awaiting || mouth.isEmpty()) {
      return false;
    }
    awaiting = true;
    samples++;
    saidNanos = System.nanoTime();
    String values = MeterText.of(1000 + samples, 16_000, samples, Instant.now());
    mouth.get().say(Call.text("m" + samples, "MeterValues", values));
    return true;
  }

  @Override
  public Ready ready() {
    return ready;
  }
}
