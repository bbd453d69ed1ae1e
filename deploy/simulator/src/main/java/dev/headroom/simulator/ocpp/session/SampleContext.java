package dev.headroom.simulator.ocpp.session;

/** Why a meter was read (ReadingContext, the same words in both versions). */
public enum SampleContext {
  PERIODIC("Sample.Periodic"),
  TRIGGER("Trigger"),
  BEGIN("Transaction.Begin"),
  END("Transaction.End");

  private final String ocppName;

  SampleContext(String ocppName) {
    this.ocppName = ocppName;
  }

  public String ocppName() {
    return ocppName;
  }
}
