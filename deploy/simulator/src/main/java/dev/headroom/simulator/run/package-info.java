/** Simulated sites as a whole: actors and their wires, started together. */
package dev.headroom.simulator.run;
