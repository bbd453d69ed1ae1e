/** Charging sessions as they are kept, asked for and exported. */
package dev.headroom.gateway.charging;
