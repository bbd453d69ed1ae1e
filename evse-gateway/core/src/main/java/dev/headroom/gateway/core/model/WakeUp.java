package dev.headroom.gateway.core.model;

/** What makes a charger offer current again after a pause. */
public enum WakeUp {
  /** A limit above 0 is enough. */
  LIMIT,
  /** The limit has to be written once more where no current flows after the first. */
  REWRITE
}
