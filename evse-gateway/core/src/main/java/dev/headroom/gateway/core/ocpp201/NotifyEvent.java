package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Things a station monitors have happened; OCPP 2.0.1 N07. */
public sealed interface NotifyEvent {

  record Req(Instant generatedAt, int seqNo, Optional<Boolean> tbc, List<Object> eventData)
      implements NotifyEvent, FromStation {
    public Req {
      eventData = List.copyOf(eventData);
    }

    @Override
    public Action action() {
      return Action.NOTIFY_EVENT;
    }
  }

  record Res() implements NotifyEvent, Answer {}
}
