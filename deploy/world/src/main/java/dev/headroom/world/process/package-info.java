/**
 * The services around the cores, as thin adapters in virtual time, each a process that can fail.
 */
package dev.headroom.world.process;
