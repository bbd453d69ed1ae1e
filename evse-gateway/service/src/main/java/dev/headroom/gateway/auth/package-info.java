/** Who may open a socket: the check before a WebSocket upgrade. */
package dev.headroom.gateway.auth;
