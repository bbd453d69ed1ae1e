/** What chargers told of their security. */
package dev.headroom.gateway.event;
