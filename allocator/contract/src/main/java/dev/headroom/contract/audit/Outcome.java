package dev.headroom.contract.audit;

/** What became of a change. */
public enum Outcome {
  /** Written before it was tried; another record of the same id tells what became of it. */
  REQUESTED,
  DONE,
  /** Everything is as before. */
  REFUSED,
  /** Nobody said in time; it may be done yet. */
  UNKNOWN
}
