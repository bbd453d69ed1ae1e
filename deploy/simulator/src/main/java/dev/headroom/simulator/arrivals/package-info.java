/** Who comes to charge: by hand, from a seed, or as recorded. */
package dev.headroom.simulator.arrivals;
