/** Charging stations as OCPP clients: what is the same whichever version they speak. */
package dev.headroom.simulator.ocpp;
