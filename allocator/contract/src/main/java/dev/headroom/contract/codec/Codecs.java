package dev.headroom.contract.codec;

import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.contract.wire.WireEvseState;
import dev.headroom.contract.wire.WireLimitsRecord;
import dev.headroom.contract.wire.WireMeterReading;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;

/** The codec of every topic: Protobuf for the hot ones, JSON for the others. */
public final class Codecs {

  public static final Codec<MeterReading> METER_READING =
      new ProtobufCodec<>(
          "meter reading",
          WireMeterReading.parser(),
          MeterReadingWire::toWire,
          MeterReadingWire::fromWire);

  public static final Codec<EvseState> EVSE_STATE =
      new ProtobufCodec<>(
          "EVSE state", WireEvseState.parser(), EvseStateWire::toWire, EvseStateWire::fromWire);

  public static final Codec<LimitsRecord> LIMITS =
      new ProtobufCodec<>(
          "limits", WireLimitsRecord.parser(), LimitsWire::toWire, LimitsWire::fromWire);

  public static final Codec<Ceiling> CEILING =
      new JsonCodec<>("ceiling", CeilingJson.class, CeilingJson::of, CeilingJson::ceiling);

  public static final Codec<SiteProposal> SITE_PROPOSAL =
      new JsonCodec<>(
          "site proposal", ProposalJson.class, ProposalJson::of, ProposalJson::proposal);

  public static final Codec<SiteRecord> SITE =
      new JsonCodec<>("site", SiteRecordJson.class, SiteRecordJson::of, SiteRecordJson::record);

  public static final Codec<DeadLetter> DEAD_LETTER =
      new JsonCodec<>(
          "dead letter", DeadLetterJson.class, DeadLetterJson::of, DeadLetterJson::deadLetter);

  public static final Codec<DemandRecord> DEMAND =
      new JsonCodec<>("demand", DemandJson.class, DemandJson::of, DemandJson::record);

  /** Of no topic: an allocator's own. Of another version it is {@link UnknownVersion}. */
  public static final Codec<ControlRecord> CONTROL_STATE = new ControlStateCodec();

  public static final Codec<AuditRecord> AUDIT =
      new JsonCodec<>("audit", AuditJson.class, AuditJson::of, AuditJson::record);

  private Codecs() {}
}
