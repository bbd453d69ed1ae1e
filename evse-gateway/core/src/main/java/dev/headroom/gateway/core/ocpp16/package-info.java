/** The messages of OCPP 1.6J that are spoken here, named as the specification names them. */
package dev.headroom.gateway.core.ocpp16;
