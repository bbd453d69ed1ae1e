package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.stays.Stay;
import java.util.List;

/**
 * What was noted during a run. The arrays are the reader's to leave alone.
 *
 * @param deliveredMicrojoules by stay
 * @param waitedMillis by stay, from arrival to the first current; without any its whole length
 * @param pausedMillis by stay, how long it wanted current and had none
 * @param largest by bound, the most it carried: milliamperes, of power milliwatts
 * @param exceededMillis by bound, how long that was more than its limit
 * @param peakMilliwatts the most all EVSEs drew together
 */
public record Books(
    List<Stay> stays,
    long[] deliveredMicrojoules,
    long[] waitedMillis,
    long[] pausedMillis,
    double[] largest,
    long[] exceededMillis,
    long peakMilliwatts) {

  /** Whether no bound ever carried more than its limit. */
  public boolean keptAllLimits() {
    for (long millis : exceededMillis) {
      if (millis > 0) {
        return false;
      }
    }
    return true;
  }
}
