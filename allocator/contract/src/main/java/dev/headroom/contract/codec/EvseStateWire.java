package dev.headroom.contract.codec;

import static dev.headroom.contract.codec.WireParts.instant;
import static dev.headroom.contract.codec.WireParts.notBlank;
import static dev.headroom.contract.codec.WireParts.notNegative;
import static dev.headroom.contract.codec.WireParts.optional;
import static dev.headroom.contract.codec.WireParts.optionalLong;
import static dev.headroom.contract.codec.WireParts.perPhase;
import static dev.headroom.contract.codec.WireParts.present;
import static dev.headroom.contract.codec.WireParts.revision;
import static dev.headroom.contract.codec.WireParts.unixNanos;

import dev.headroom.contract.wire.WireAcknowledgement;
import dev.headroom.contract.wire.WireChargingSession;
import dev.headroom.contract.wire.WireEvseState;
import dev.headroom.contract.wire.WireMeasuredCurrent;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.site.Names;
import java.util.OptionalLong;

/** States of EVSEs on the wire. */
final class EvseStateWire {

  private EvseStateWire() {}

  static WireEvseState toWire(EvseState state) {
    WireEvseState.Builder wire =
        WireEvseState.newBuilder()
            .setSite(state.site())
            .setEvse(state.evse())
            .setAtUnixNanos(unixNanos(state.at()))
            .setOnline(state.online())
            .setBaseAccepted(state.baseAccepted())
            .setFallbackProven(state.fallbackProven())
            .setDisobeys(state.disobeys());
    state
        .connectionEpoch()
        .ifPresentOrElse(wire::setConnectionEpoch, () -> wire.setOpensConnection(true));
    state.session().ifPresent(it -> wire.setSession(toWire(it)));
    state.acknowledged().ifPresent(it -> wire.setAcknowledged(toWire(it)));
    state.settled().ifPresent(it -> wire.setSettled(revision(it)));
    state.measured().ifPresent(it -> wire.setMeasured(toWire(it)));
    return wire.build();
  }

  static EvseState fromWire(WireEvseState wire) {
    return new EvseState(
        Names.check("site", present(wire.hasSite(), wire.getSite(), "site")),
        Names.check("evse", present(wire.hasEvse(), wire.getEvse(), "evse")),
        connectionEpoch(wire),
        instant(present(wire.hasAtUnixNanos(), wire.getAtUnixNanos(), "at")),
        present(wire.hasOnline(), wire.getOnline(), "online"),
        optional(wire.hasSession(), wire.getSession()).map(EvseStateWire::fromWire),
        optional(wire.hasAcknowledged(), wire.getAcknowledged()).map(EvseStateWire::fromWire),
        optional(wire.hasSettled(), wire.getSettled()).map(WireParts::revision),
        optional(wire.hasMeasured(), wire.getMeasured()).map(EvseStateWire::fromWire),
        present(wire.hasBaseAccepted(), wire.getBaseAccepted(), "base accepted"),
        present(wire.hasFallbackProven(), wire.getFallbackProven(), "fallback proven"),
        present(wire.hasDisobeys(), wire.getDisobeys(), "disobeys"));
  }

  private static OptionalLong connectionEpoch(WireEvseState wire) {
    return switch (wire.getConnectionCase()) {
      case OPENS_CONNECTION -> Opening.declared(wire.getOpensConnection(), "connection");
      case CONNECTION_EPOCH -> Opening.epoch(wire.getConnectionEpoch(), "connection");
      case CONNECTION_NOT_SET ->
          throw new IllegalArgumentException("connection epoch is absent and not declared so");
    };
  }

  private static WireChargingSession toWire(ChargingSession session) {
    WireChargingSession.Builder wire =
        WireChargingSession.newBuilder()
            .setId(session.id())
            .setStartedAtUnixNanos(unixNanos(session.startedAt()))
            .setWantsCurrent(session.wantsCurrent());
    session.needs().wattHours().ifPresent(wire::setRemainingWattHours);
    session.needs().departure().ifPresent(it -> wire.setDepartureUnixNanos(unixNanos(it)));
    return wire.build();
  }

  private static ChargingSession fromWire(WireChargingSession wire) {
    return new ChargingSession(
        notBlank(present(wire.hasId(), wire.getId(), "session id"), "session id"),
        instant(present(wire.hasStartedAtUnixNanos(), wire.getStartedAtUnixNanos(), "started at")),
        present(wire.hasWantsCurrent(), wire.getWantsCurrent(), "wants current"),
        new ChargingNeeds(
            optionalLong(wire.hasRemainingWattHours(), wire.getRemainingWattHours()),
            optional(wire.hasDepartureUnixNanos(), wire.getDepartureUnixNanos())
                .map(WireParts::instant)));
  }

  private static WireAcknowledgement toWire(Acknowledgement acknowledgement) {
    return WireAcknowledgement.newBuilder()
        .setLimitMilliamps(acknowledgement.limitMilliamps())
        .setRevision(revision(acknowledgement.revision()))
        .setAtUnixNanos(unixNanos(acknowledgement.at()))
        .build();
  }

  private static Acknowledgement fromWire(WireAcknowledgement wire) {
    return new Acknowledgement(
        notNegative(
            present(wire.hasLimitMilliamps(), wire.getLimitMilliamps(), "acknowledged limit"),
            "acknowledged limit"),
        revision(present(wire.hasRevision(), wire.getRevision(), "acknowledged revision")),
        instant(present(wire.hasAtUnixNanos(), wire.getAtUnixNanos(), "acknowledged at")));
  }

  private static WireMeasuredCurrent toWire(MeasuredCurrent measured) {
    return WireMeasuredCurrent.newBuilder()
        .setMilliamps(perPhase(measured.milliamps()))
        .setAtUnixNanos(unixNanos(measured.at()))
        .build();
  }

  private static MeasuredCurrent fromWire(WireMeasuredCurrent wire) {
    return new MeasuredCurrent(
        notNegative(
            perPhase(present(wire.hasMilliamps(), wire.getMilliamps(), "measured current")),
            "measured current"),
        instant(present(wire.hasAtUnixNanos(), wire.getAtUnixNanos(), "measured at")));
  }
}
