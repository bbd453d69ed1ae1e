package dev.headroom.ingest.reading;

/** What became of a pack. */
public sealed interface Outcome {

  /** The broker has acknowledged every reading of the pack. */
  record Published(int readings) implements Outcome {}

  /** Nothing of it counts; {@code detail} says why in words for the meter's log. */
  record Refused(Refusal refusal, String detail) implements Outcome {}
}
