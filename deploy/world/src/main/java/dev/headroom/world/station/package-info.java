/** Charging stations behind a modelled link, in the gateway's own typed frames. */
package dev.headroom.world.station;
