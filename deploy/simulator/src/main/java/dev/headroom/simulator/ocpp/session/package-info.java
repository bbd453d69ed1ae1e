/** When a station has something to say; the words are a dialect. */
package dev.headroom.simulator.ocpp.session;
