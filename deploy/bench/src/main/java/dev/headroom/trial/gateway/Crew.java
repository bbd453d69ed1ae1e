package dev.headroom.trial.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The chargers of one event loop. */
final class Crew extends AbstractVerticle {

  /** A charger and how it reaches whom it talks to. */
  record Member(String localAddress, WebSocketConnectOptions to, Speaker speaker) {}

  private static final int STEP_MILLIS = 2;
  private static final double MOST_OWED_SECONDS = 0.1;

  private final List<Member> members;
  private final Troubles troubles;
  private final LongSupplier seeds;
  private final List<Line> lines = new ArrayList<>();
  private volatile double rate;
  private volatile long sampled;
  private double owed;
  private long lastNanos;
  private int next;

  Crew(List<Member> members, Troubles troubles, LongSupplier seeds) {
    this.members = members;
    this.troubles = troubles;
    this.seeds = seeds;
  }

  @Override
  public void start() {
    List<String> addresses = members.stream().map(Member::localAddress).distinct().toList();
    for (String address : addresses) {
      WebSocketClient client = vertx.createWebSocketClient(options(address));
      members.stream()
          .filter(member -> member.localAddress().equals(address))
          .map(it -> new Line(vertx, client, it.to(), it.speaker(), troubles, seeds.getAsLong()))
          .forEach(lines::add);
    }
    lastNanos = System.nanoTime();
    vertx.setPeriodic(STEP_MILLIS, timer -> step());
  }

  private static WebSocketClientOptions options(String localAddress) {
    return new WebSocketClientOptions()
        .setLocalAddress(localAddress)
        .setMaxConnections(Integer.MAX_VALUE)
        .setConnectTimeout(30_000);
  }

  /** Does this with each of its lines, on its event loop. */
  void each(Consumer<Line> what) {
    context.runOnContext(ignored -> lines.forEach(what));
  }

  /** So many samples a second from now on, by turns. */
  void rate(double perSecond) {
    rate = perSecond;
  }

  /** How many were sent in all. */
  long sampled() {
    return sampled;
  }

  private void step() {
    long now = System.nanoTime();
    // A generator that was held up does not make up for it at once.
    owed = Math.min(owed + rate * (now - lastNanos) / 1e9, rate * MOST_OWED_SECONDS);
    lastNanos = now;
    for (int tried = 0; owed >= 1 && tried < lines.size(); tried++) {
      Line line = lines.get(next);
      next = (next + 1) % lines.size();
      if (line.speaker().sample()) {
        owed--;
        sampled++;
      }
    }
  }
}
