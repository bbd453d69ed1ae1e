/** Reads recorded loads of real buildings from files. */
package dev.headroom.simulator.load;
