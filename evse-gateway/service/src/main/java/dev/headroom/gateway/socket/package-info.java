/** Sockets of charging stations: one session each, on its own event loop. */
package dev.headroom.gateway.socket;
