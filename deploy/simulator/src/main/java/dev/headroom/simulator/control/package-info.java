/** A local HTTP control line into the simulated world. */
package dev.headroom.simulator.control;
