package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.metric.GatewayEvent;
import java.time.Duration;
import java.time.Instant;

/** Security events of a charger: each is counted, and as many are told of as somebody can read. */
final class SecurityDesk {

  static final int BURST = 20;
  static final Duration EACH = Duration.ofMinutes(3);

  private final Outbox outbox;
  private Instant paidUntil = Instant.MIN;

  SecurityDesk(Outbox outbox) {
    this.outbox = outbox;
  }

  void take(SecurityEvent event, Instant now) {
    outbox.count(GatewayEvent.SECURITY_EVENT);
    Instant from = paidUntil.isBefore(now) ? now : paidUntil;
    if (from.plus(EACH).isAfter(now.plus(EACH.multipliedBy(BURST)))) {
      outbox.count(GatewayEvent.SECURITY_EVENT_DROPPED);
      return;
    }
    paidUntil = from.plus(EACH);
    outbox.add(new Effect.SecurityEventHeard(event, now));
  }
}
