package dev.headroom.core.allocation;

/**
 * A linear bound on what EVSEs draw together: Σ coefficient × current ≤ capacity. For a conductor
 * every coefficient is 1 and the capacity is in milliamperes; for a watt ceiling a coefficient is
 * in volts and the capacity in milliwatts.
 *
 * @param cause what an EVSE held by this bound is told
 * @param members places in the site's list of EVSEs
 * @param mayPause whether it may take EVSEs below their minimum
 */
record Constraint(
    Reason cause, int[] members, int[] coefficients, long capacity, boolean mayPause) {

  long load(int[] milliamps) {
    long load = 0;
    for (int k = 0; k < members.length; k++) {
      load += (long) coefficients[k] * milliamps[members[k]];
    }
    return load;
  }

  boolean holds(int[] milliamps) {
    return load(milliamps) <= capacity;
  }
}
