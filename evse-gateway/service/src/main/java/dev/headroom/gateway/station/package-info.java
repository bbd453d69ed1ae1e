/** Charging stations as they are known to the database and to the REST interface. */
package dev.headroom.gateway.station;
