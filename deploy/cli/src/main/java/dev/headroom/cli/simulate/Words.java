package dev.headroom.cli.simulate;

import dev.headroom.core.network.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How figures and places are written. */
final class Words {

  private Words() {}

  static String decimals(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  static String minutes(Duration duration) {
    return decimals(duration.toMillis() / 60e3, 0);
  }

  static String hours(Duration duration) {
    return decimals(duration.toMillis() / 3600e3, 1);
  }

  static String cap(Optional<Integer> watts) {
    return watts
        .map(it -> BigDecimal.valueOf(it, 3).stripTrailingZeros().toPlainString())
        .orElse("site's");
  }

  /** Such as {@code panel L1}, {@code garage primary L2}, {@code service power}. */
  static String place(Place place) {
    String side = place.kind() == Place.Kind.LINE ? "" : " " + kind(place);
    return place.circuit() + side + place.phase().map(phase -> " " + phase).orElse("");
  }

  static String kind(Place place) {
    return place.kind().name().toLowerCase(Locale.ROOT);
  }
}
