/** CT meters on the wire: SenML over CoAP with DTLS. */
package dev.headroom.simulator.meter;
