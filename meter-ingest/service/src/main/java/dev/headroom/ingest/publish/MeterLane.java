package dev.headroom.ingest.publish;

import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import dev.headroom.ingest.reading.SampleOrder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One meter's packs on their way: in order, few at the broker, few waiting. When the broker is
 * slow, an old reading is worth less than the fresh one behind it and gives way.
 */
final class MeterLane {

  private final LaneLimits limits;
  private final ReadingSink sink;
  private final SampleOrder order;
  private final Deque<Pack> waiting = new ArrayDeque<>();
  private int inFlight;
  private boolean retired;

  MeterLane(LaneLimits limits, ReadingSink sink) {
    this.limits = limits;
    this.sink = sink;
    this.order = new SampleOrder(limits.orderMemory());
  }

  private record Pack(List<MeterReading> readings, CompletableFuture<Outcome> outcome) {
    void refuse(Refusal refusal, String detail) {
      outcome.complete(new Outcome.Refused(refusal, detail));
    }
  }

  /** Empty when this lane is retired: another one takes its place. */
  Optional<CompletionStage<Outcome>> submit(List<MeterReading> readings, Instant receivedAt) {
    Pack fresh = new Pack(readings, new CompletableFuture<>());
    Optional<Pack> givenUp = Optional.empty();
    Optional<String> wrong;
    synchronized (this) {
      if (retired) {
        return Optional.empty();
      }
      wrong = order.pass(readings, receivedAt);
      if (wrong.isEmpty()) {
        waiting.addLast(fresh);
        handOver();
        givenUp = giveUpOldest();
      }
    }
    wrong.ifPresent(detail -> fresh.refuse(Refusal.OUT_OF_ORDER, detail));
    givenUp.ifPresent(old -> old.refuse(Refusal.SUPERSEDED, "fresher readings took its place"));
    return Optional.of(fresh.outcome);
  }

  private Optional<Pack> giveUpOldest() {
    return waiting.size() > limits.waiting()
        ? Optional.of(waiting.removeFirst())
        : Optional.empty();
  }

  private void handOver() {
    while (inFlight < limits.inFlight() && !waiting.isEmpty()) {
      Pack next = waiting.removeFirst();
      inFlight++;
      sink.send(next.readings)
          .whenComplete((done, failure) -> finished(next, Optional.ofNullable(failure)));
    }
  }

  private void finished(Pack pack, Optional<Throwable> failure) {
    synchronized (this) {
      inFlight--;
      if (failure.isPresent()) {
        order.undelivered(pack.readings);
      }
      handOver();
    }
    failure.ifPresentOrElse(
        why -> pack.refuse(Refusal.BROKER, "the broker did not take it: " + why.getMessage()),
        () -> pack.outcome.complete(new Outcome.Published(pack.readings.size())));
  }

  /** Retires it if forgetting it changes nothing. */
  synchronized boolean retire(Instant now) {
    retired = inFlight == 0 && waiting.isEmpty() && order.forgotten(now);
    return retired;
  }
}
