/** Phases, supplies and wirings: what a current limit means on the wires of a building. */
package dev.headroom.core.electrical;
