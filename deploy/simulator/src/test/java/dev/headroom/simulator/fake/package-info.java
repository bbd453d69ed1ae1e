/** Servers of a few lines for the simulator's clients. */
package dev.headroom.simulator.fake;
