/** Electric vehicles: what they want, how they answer a pilot, when they come and go. */
package dev.headroom.actors.vehicle;
