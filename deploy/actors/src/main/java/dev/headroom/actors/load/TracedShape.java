package dev.headroom.actors.load;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded load played again, from the start when it ends.
 *
 * @param phases the site's phases, in order, that take the recorded ones
 * @param speed trace seconds per second; only the trace runs faster, nothing else
 * @param scalePermille thousandths of the recorded current
 */
public record TracedShape(
    LoadTrace trace, List<Phase> phases, Instant start, double speed, int scalePermille)
    implements LoadShape {

  public TracedShape {
    phases = List.copyOf(phases);
    if (!(speed > 0) || scalePermille < 0) {
      throw new IllegalArgumentException("the speed is above 0 and the scale 0 or more");
    }
  }

  @Override
  public PerPhase milliampsAt(Instant now) {
    double played = Duration.between(start, now).toMillis() * speed;
    long step = (long) Math.floor(played / trace.interval().toMillis());
    int index = (int) Math.floorMod(step, (long) trace.length());
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    for (int i = 0; i < phases.size(); i++) {
      long scaled = (long) trace.series(i).get(index) * scalePermille / 1000;
      values.put(phases.get(i), (int) Math.min(scaled, Integer.MAX_VALUE));
    }
    return new PerPhase(values);
  }
}
