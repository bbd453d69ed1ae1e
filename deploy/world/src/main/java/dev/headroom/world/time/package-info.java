/** Virtual time: what happens next. */
package dev.headroom.world.time;
