/** OCPP-J 1.6 framing: messages as JSON text. */
package dev.headroom.gateway.ocppj;
