/** Chargers, an allocator and an operator for tests, all over real sockets. */
package dev.headroom.gateway.actor;
