package dev.headroom.gateway.core.metering;

import java.util.Optional;

/**
 * One value a charger read, in its own words: one it made up spoils only its own value.
 *
 * @param measurand absent means {@code Energy.Active.Import.Register}
 * @param phase absent means the whole EVSE
 * @param unit absent means the measurand's own: Wh, W, A, V
 */
public record ReadValue(
    String number,
    Optional<String> context,
    Optional<String> format,
    Optional<String> measurand,
    Optional<String> phase,
    Optional<String> location,
    Optional<String> unit) {

  /** Whether it was taken when its transaction ended. */
  public boolean isFarewell() {
    return context.equals(Optional.of("Transaction.End"));
  }
}
