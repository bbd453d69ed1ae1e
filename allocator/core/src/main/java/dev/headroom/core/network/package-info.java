/** Everything of a site that can be overloaded, and how each EVSE loads it: worked out once. */
package dev.headroom.core.network;
