/** What flows on the wires: currents as phasors. */
package dev.headroom.actors.electrical;
