/** The lease on a site, and what may be sent when it is over. */
package dev.headroom.gateway.core.lease;
