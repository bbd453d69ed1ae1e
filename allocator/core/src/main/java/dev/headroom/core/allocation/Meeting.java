package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.site.Circuit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * Lines of one circuit that come together somewhere: in its neutral, through its transformer, as
 * power. Their base loads add plainly there, for nobody knows where they point.
 *
 * @param place where they meet
 * @param lines by their places
 * @param factors by line: amperes there for each ampere here, or volts
 */
record Meeting(int place, int[] lines, double[] factors) {

  static Meeting at(int place, List<Conductor> lines, ToDoubleFunction<Phase> factor) {
    return new Meeting(
        place,
        lines.stream().mapToInt(Conductor::place).toArray(),
        lines.stream().map(Conductor::phase).mapToDouble(factor).toArray());
  }

  /** On a line of the primary. */
  static Meeting through(Transformer transformer, int place, Phase line, List<Conductor> lines) {
    return at(place, lines, from -> transformer.passedOn(from, line));
  }

  /**
   * What a line carries of a circuit that its own feeds; nothing if that has not this line.
   *
   * @param lines of the circuit that is fed
   */
  static Optional<Meeting> below(Conductor feeding, Circuit child, List<Conductor> lines) {
    int place = feeding.place();
    Phase phase = feeding.phase();
    if (child.transformer().isPresent()) {
      Transformer transformer = child.transformer().get();
      return transformer.primaryLines().contains(phase)
          ? Optional.of(through(transformer, place, phase, lines))
          : Optional.empty();
    }
    return lines.stream()
        .filter(line -> line.phase() == phase)
        .findFirst()
        .map(line -> at(place, List.of(line), _ -> 1));
  }

  /** The base load that they make together. */
  BaseLoad of(BaseLoad[] everywhere) {
    double likely = 0;
    double beyond = 0;
    boolean worst = false;
    boolean alike = true;
    Flows drawn = everywhere[lines[0]].sure().drawn();
    for (int line = 0; line < lines.length; line++) {
      BaseLoad base = everywhere[lines[line]];
      likely += factors[line] * base.likely();
      beyond += factors[line] * base.sure().beyond();
      worst |= base.worstCase();
      alike &= base.sure().drawn().equals(drawn);
    }
    // What EVSEs drew may be taken off only where every line was judged by the same reading.
    Sure sure = new Sure(beyond, alike ? drawn : Flows.NONE);
    return new BaseLoad(likely, sure, OptionalInt.empty(), worst);
  }
}
