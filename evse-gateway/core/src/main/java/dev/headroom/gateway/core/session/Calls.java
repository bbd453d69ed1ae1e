package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.Errand;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The one call that may be outstanding (OCPP-J 1.6 §4.1.1). Message ids are never used twice. */
final class Calls {

  record Outstanding(String messageId, Errand errand, Action action, Instant sentAt) {}

  private static final Duration QUESTION = Duration.ofSeconds(5);

  private final Duration timeout;
  private long sent;
  private Optional<Outstanding> outstanding = Optional.empty();

  Calls(Duration timeout) {
    this.timeout = timeout;
  }

  boolean idle() {
    return outstanding.isEmpty();
  }

  Frame.Call begin(Errand errand, Request request, Instant now) {
    if (!idle()) {
      throw new IllegalStateException("a call is outstanding: " + outstanding.get());
    }
    String messageId = "headroom-" + ++sent;
    outstanding = Optional.of(new Outstanding(messageId, errand, request.action(), now));
    return new Frame.Call(messageId, request);
  }

  /** The call with this id, which is then outstanding no more; empty for any other id. */
  Optional<Outstanding> answered(String messageId) {
    return take(outstanding.filter(call -> call.messageId().equals(messageId)));
  }

  /** The call that should have been answered by now, which is then outstanding no more. */
  Optional<Outstanding> overdue(Instant now) {
    return take(outstanding.filter(call -> !now.isBefore(call.sentAt().plus(patience(call)))));
  }

  /** A cut shall not wait for long behind a mere question. */
  private Duration patience(Outstanding call) {
    return call.errand() instanceof Errand.AskSchedule && timeout.compareTo(QUESTION) > 0
        ? QUESTION
        : timeout;
  }

  Optional<Action> awaited(String messageId) {
    return outstanding.filter(call -> call.messageId().equals(messageId)).map(Outstanding::action);
  }

  private Optional<Outstanding> take(Optional<Outstanding> call) {
    if (call.isPresent()) {
      outstanding = Optional.empty();
    }
    return call;
  }
}
