/** Where a limit came from, and the calls that bring it to a charger. */
package dev.headroom.gateway.trace;
