package dev.headroom.world.oracle;

import dev.headroom.core.evse.EvseState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** S7: a charger that follows an owner follows no earlier one after it. */
final class EpochJudge implements Judge {

  private final Map<String, Long> followed = new HashMap<>();

  @Override
  public void reported(EvseState state, Sight sight, Consumer<Violation> found) {
    state.acknowledged().stream()
        .flatMapToLong(it -> sight.epochs().issuerOf(it.revision()).stream())
        .forEach(
            epoch -> {
              long before = followed.merge(state.evse(), epoch, Math::max);
              if (epoch < before) {
                String what = "%s follows owner %d after %d".formatted(state.evse(), epoch, before);
                found.accept(new Violation(Rule.S7, sight.now(), what));
              }
            });
  }
}
