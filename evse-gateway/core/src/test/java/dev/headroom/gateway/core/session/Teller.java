package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Words;
import dev.headroom.gateway.core.fixture.Words201;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.ocpp201.ChargingNeeds;
import dev.headroom.gateway.core.ocpp201.EnergyTransferMode;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import dev.headroom.gateway.core.ocpp201.TransactionEventType;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts what a charger says into the words of its version, and keeps its transactions. */
final class Teller {

  private static final StationIdentity IDENTITY =
      new StationIdentity("Headroom", "Simulated AC", Optional.empty());

  private static final ChargingNeeds NEEDS =
      new ChargingNeeds(
          EnergyTransferMode.DC, Optional.empty(), Optional.empty(), Optional.empty());

  private final Words words;
  private final List<String> begun = new ArrayList<>();
  private int somewhere;

  Teller(OcppVersion version) {
    this.words = Words.of(version);
  }

  Request request(Happening.Said said, Instant now) {
    return switch (said) {
      case Happening.Boots boots -> words.boot(IDENTITY);
      case Happening.Beats beats -> words.heartbeat();
      case Happening.Reports(int evseId, var occupancy) -> words.status(evseId, occupancy, now);
      case Happening.GoesOn(int evseId, int which, var occupancy) ->
          words.continuing(evseId, transaction(which), occupancy, now);
      case Happening.Starts(int evseId, int ago) -> words.start(evseId, now.minusSeconds(ago));
      case Happening.Stops(int which, int ago) ->
          words.stop(transaction(which), now.minusSeconds(ago));
      case Happening.Measures measures ->
          readings(measures, now.minusSeconds(measures.secondsAgo()));
      case Happening.StartsSomewhere(int ago) -> startSomewhere(now.minusSeconds(ago));
      case Happening.Flagged(Happening.Said event) ->
          Words201.offline((TransactionEvent.Req) request(event, now));
      case Happening.Needs(int evseId) ->
          new NotifyEVChargingNeeds.Req(evseId, OptionalInt.empty(), NEEDS);
    };
  }

  /** Keeps the transaction that this has begun. */
  void answered(Happening.Said said, Request request, Response answer) {
    switch (said) {
      case Happening.Starts starts -> begun.addFirst(words.startedId(request, answer));
      case Happening.StartsSomewhere starts -> begun.addFirst(words.startedId(request, answer));
      case Happening.Flagged(Happening.Said event) -> answered(event, request, answer);
      default -> {}
    }
  }

  private String transaction(int which) {
    return which < begun.size() ? begun.get(which) : "4711";
  }

  private Request readings(Happening.Measures measures, Instant at) {
    Optional<String> id =
        measures.which().isPresent()
            ? Optional.of(transaction(measures.which().getAsInt()))
            : Optional.empty();
    Reading reading = new Reading(at, List.of(Line.current(measures.amperes(), Optional.empty())));
    return words.readings(measures.evseId(), id, List.of(reading));
  }

  private Request startSomewhere(Instant at) {
    return ((Words201) words)
        .event(
            TransactionEventType.Started,
            "somewhere-" + ++somewhere,
            Optional.empty(),
            at,
            Optional.empty(),
            List.of());
  }
}
