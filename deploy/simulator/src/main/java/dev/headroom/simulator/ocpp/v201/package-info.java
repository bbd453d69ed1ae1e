/** The words of OCPP 2.0.1. */
package dev.headroom.simulator.ocpp.v201;
