/** The one thread on which everything simulated happens. */
package dev.headroom.simulator.world;
