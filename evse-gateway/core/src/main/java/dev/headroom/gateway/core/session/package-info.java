/** One charger on one socket: what comes in, what goes out, and what is known of it. */
package dev.headroom.gateway.core.session;
