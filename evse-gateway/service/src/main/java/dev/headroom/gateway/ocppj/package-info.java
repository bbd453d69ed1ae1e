/** OCPP-J framing: messages as JSON text. */
package dev.headroom.gateway.ocppj;
