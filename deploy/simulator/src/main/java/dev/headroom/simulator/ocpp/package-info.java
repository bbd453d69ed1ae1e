/** A charging station's side of OCPP 1.6J over a real WebSocket. */
package dev.headroom.simulator.ocpp;
