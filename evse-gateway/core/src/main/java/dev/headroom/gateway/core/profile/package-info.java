/** Charging profiles: what a charger is told, in its own units and within its own bounds. */
package dev.headroom.gateway.core.profile;
