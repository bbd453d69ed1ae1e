package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A part of a report that was asked for; OCPP 2.0.1 B07. */
public sealed interface NotifyReport {

  record Req(
      int requestId,
      Instant generatedAt,
      int seqNo,
      Optional<Boolean> tbc,
      Optional<List<Object>> reportData)
      implements NotifyReport, FromStation {
    public Req {
      reportData = reportData.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.NOTIFY_REPORT;
    }
  }

  record Res() implements NotifyReport, Answer {}
}
