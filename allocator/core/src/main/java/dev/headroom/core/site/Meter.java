package dev.headroom.core.site;

/**
 * A CT meter on a circuit.
 *
 * @param accuracyPermille largest error in thousandths of the reading; class 1.0 is 10
 */
public record Meter(String name, int accuracyPermille) {

  public Meter {
    Names.check("meter", name);
    if (accuracyPermille < 0 || accuracyPermille > 200) {
      throw new IllegalArgumentException(
          "meter '" + name + "': an error of " + accuracyPermille + " ‰ is not a CT's");
    }
  }
}
