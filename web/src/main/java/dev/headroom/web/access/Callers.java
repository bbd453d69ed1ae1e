package dev.headroom.web.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks in this request; take it along before going to another thread. */
@RequestScoped
public class Callers {

  private Optional<Inquiry> inquiry = Optional.empty();

  /**
   * Who asks.
   *
   * @throws IllegalStateException if nobody found out: the method declares nothing
   */
  public Caller current() {
    return inquiry().caller();
  }

  /** Who asks, and why, as far as they say. */
  public Inquiry inquiry() {
    return inquiry.orElseThrow(() -> new IllegalStateException("nobody was asked who they are"));
  }

  void is(Inquiry found) {
    inquiry = Optional.of(found);
  }
}
