/** What goes wrong, when, by seed. */
package dev.headroom.world.fault;
