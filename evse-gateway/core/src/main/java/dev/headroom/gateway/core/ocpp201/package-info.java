/** The messages of OCPP 2.0.1 that are spoken here, named as the specification names them. */
package dev.headroom.gateway.core.ocpp201;
