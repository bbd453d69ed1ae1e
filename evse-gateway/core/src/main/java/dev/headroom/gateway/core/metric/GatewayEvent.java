package dev.headroom.gateway.core.metric;

/** What is counted; the name in small letters is the metric's label. */
public enum GatewayEvent {
  /** A frame that is not OCPP-J, or whose payload does not fit its schema. */
  MALFORMED_FRAME,
  /** An answer to no outstanding call: it came too late, or was never asked for. */
  LATE_ANSWER,
  /** A call that was not answered in time. */
  CALL_TIMED_OUT,
  /** A call answered with a CALLERROR. */
  CALL_FAILED,
  /** A message for a connector that is not in the site's definition. */
  UNKNOWN_CONNECTOR,
  /** A stop of a transaction that is not open here. */
  UNKNOWN_TRANSACTION,
  /** A start or stop that was sent again. */
  REPEATED_TRANSACTION_MESSAGE,
  /** A transaction learned from meter values alone. */
  ADOPTED_TRANSACTION,
  /** A transaction that ended because another started on its connector. */
  SUPERSEDED_TRANSACTION,
  /** A sample from the charger's offline queue; it drives nothing. */
  OLD_SAMPLE,
  /** A sample that is negative, no number, or above any sane bound (S4). */
  REJECTED_SAMPLE,
  /** An allocation older than one already seen (S7). */
  OLDER_ALLOCATION,
  /** A limit above the EVSE's maximum or that it does not accept; it was lowered (S4, S6). */
  LIMIT_OUT_OF_RANGE,
  /** A profile the charger took. */
  PROFILE_ACCEPTED,
  /** A profile the charger refused. */
  PROFILE_REJECTED,
  /** A profile of somebody else's that a charger held. */
  FOREIGN_PROFILE,
  /** A charger that would not say which profiles it holds. */
  PROFILES_NOT_LISTED,
  /** A limit that the charger got from elsewhere, or that was taken back. */
  EXTERNAL_LIMIT,
  /** A vehicle that said what energy it needs. */
  CHARGING_NEEDS,
  /** An energy that no vehicle needs, or a departure in the past or in months (S4). */
  REJECTED_NEEDS,
  /** An event of a transaction from the charger's offline queue; it drives nothing. */
  OFFLINE_TRANSACTION_EVENT,
  /** A configuration key the charger would not set. */
  CONFIGURATION_REFUSED,
  /** A configuration key that needs a reboot. */
  CONFIGURATION_NEEDS_REBOOT,
  /** A charger with room for fewer profiles than a base and a live one per connector. */
  PROFILE_SLOTS_SHORT,
  /** A charger whose schedules hold one period, or which does not say how many. */
  TAIL_IMPOSSIBLE,
  /** A raise or a refresh that waits, so that an EVSE's writes of a day stay within its budget. */
  WRITE_HELD_BACK,
  /** A charger that began to draw more than the limit it accepted. */
  DISOBEYED,
  /** A charger that says it offers more than the limit it accepted. */
  OFFERS_MORE,
  /** A charger that says it is going to follow more than the limit it accepted. */
  SCHEDULES_MORE,
  /** A schedule that does not fall back as it was told to; it shows nothing (S5). */
  TAIL_NOT_SCHEDULED,
  /** A charger that would not say which schedule it follows; it is not asked again (S2). */
  SCHEDULE_NOT_TOLD,
  /** Something of weight for security that a charger told of. */
  SECURITY_EVENT,
  /** One of too many of these: it was counted and not written down. */
  SECURITY_EVENT_DROPPED,
  /** Nothing but silence after the socket opened; provisioned without a boot. */
  PROVISIONED_WITHOUT_BOOT,
  /** A decrease pushed because the allocator's lease was over (S5). */
  LEASE_LOST_CUT
}
