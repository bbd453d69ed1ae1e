package dev.headroom.ingest.reading;

/** A pack that is not believed; the message is for the meter's log. */
public final class RefusedReading extends RuntimeException {

  private final Refusal refusal;

  public RefusedReading(Refusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  public Outcome.Refused outcome() {
    return new Outcome.Refused(refusal, String.valueOf(getMessage()));
  }
}
