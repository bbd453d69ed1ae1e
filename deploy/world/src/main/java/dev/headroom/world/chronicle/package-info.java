/** What happened in a run, in words. */
package dev.headroom.world.chronicle;
