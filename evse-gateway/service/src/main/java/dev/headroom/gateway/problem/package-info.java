/** Errors of the REST interface, in the shape of RFC 9457. */
package dev.headroom.gateway.problem;
