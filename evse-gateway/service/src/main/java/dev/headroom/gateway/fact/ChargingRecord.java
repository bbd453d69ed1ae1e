package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.session.OpenTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A charging session as it is kept: an OCPP transaction and its energy so far, in watt-hours. */
@Entity
@Table(name = "charging_session")
class ChargingRecord {

  @Id
  @Column(name = "transaction_id")
  int transactionId;

  @Column String site;
  @Column String evse;

  @Column(name = "station_id")
  String stationId;

  @Column(name = "connector_id")
  int connectorId;

  @Column(name = "id_tag")
  String idTag;

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
  long meterStartWh;

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
    charging.connectorId = transaction.connectorId();
    charging.idTag = transaction.idTag();
    charging.tenant = started.tenant().orElse(null);
    charging.startedAt = transaction.startedAt();
    charging.chargerStartedAt = transaction.timestamp();
    charging.meterStartWh = transaction.meterStartWattHours();
    return charging;
  }

  /** The register shows this now; a register that runs backwards is not believed. */
  void register(long wattHours) {
    if (wattHours >= meterStartWh && (meterStopWh == null || wattHours > meterStopWh)) {
      meterStopWh = wattHours;
      energyWh = wattHours - meterStartWh;
    }
  }

  OpenTransaction open() {
    return new OpenTransaction(
        transactionId,
        connectorId,
        idTag,
        Math.toIntExact(meterStartWh),
        chargerStartedAt,
        startedAt);
  }
}
