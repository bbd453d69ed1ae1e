package dev.headroom.web.access;

/** The caller may not do this. */
public final class Denied extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  Denied(Refusal refusal) {
    super(refusal.detail());
    this.refusal = refusal;
  }

  /** As an HTTP status. */
  public int status() {
    return refusal.reason().status();
  }

  Refusal refusal() {
    return refusal;
  }
}
