/** OCPP-J: frames, the socket, calls one after the other. */
package dev.headroom.simulator.ocpp.wire;
