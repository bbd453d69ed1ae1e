/** The words of OCPP 1.6. */
package dev.headroom.simulator.ocpp.v16;
