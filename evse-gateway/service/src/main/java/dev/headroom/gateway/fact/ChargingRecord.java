package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.session.OpenTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A charging session as it is kept: an OCPP transaction and its energy so far, in watt-hours. */
@Entity
@Table(name = "charging_session")
@IdClass(ChargingKey.class)
class ChargingRecord {

  @Id
  @Column(name = "station_id")
  String stationId;

  @Id
  @Column(name = "transaction_id")
  String transactionId;

  @Column String site;
  @Column String evse;

  @Column(name = "evse_id")
  int evseId;

  @Column(name = "id_tag")
  @Nullable String idTag;

  @Nullable String tenant;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "charger_started_at")
  Instant chargerStartedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "end_reason")
  @Nullable String endReason;

  @Column(name = "meter_start_wh")
  @Nullable Long meterStartWh;

  @Column(name = "meter_stop_wh")
  @Nullable Long meterStopWh;

  @Column(name = "energy_wh")
  @Nullable Long energyWh;

  static ChargingRecord of(Fact.ChargingStarted started) {
    OpenTransaction transaction = started.transaction();
    ChargingRecord charging = new ChargingRecord();
    charging.transactionId = transaction.id();
    charging.site = started.site();
    charging.evse = started.evse();
    charging.stationId = started.stationId();
    charging.evseId = transaction.evseId();
    charging.idTag = transaction.idToken().orElse(null);
    charging.tenant = started.tenant().orElse(null);
    charging.startedAt = transaction.startedAt();
    charging.chargerStartedAt = transaction.timestamp();
    charging.meterStartWh =
        transaction.meterStartWattHours().isPresent()
            ? transaction.meterStartWattHours().getAsLong()
            : null;
    return charging;
  }

  /**
   * The register shows this now; a register that runs backwards is not believed. Where its start
   * was not told the first that is heard counts as it.
   */
  void register(long wattHours) {
    if (meterStartWh == null) {
      meterStartWh = wattHours;
    }
    if (wattHours >= meterStartWh && (meterStopWh == null || wattHours > meterStopWh)) {
      meterStopWh = wattHours;
      energyWh = wattHours - meterStartWh;
    }
  }

  OpenTransaction open() {
    return new OpenTransaction(
        transactionId,
        evseId,
        Optional.ofNullable(idTag),
        meterStartWh == null ? OptionalLong.empty() : OptionalLong.of(meterStartWh),
        chargerStartedAt,
        startedAt);
  }
}
