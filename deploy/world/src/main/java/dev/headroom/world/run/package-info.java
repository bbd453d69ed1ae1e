/** One run of a world, and its verdict. */
package dev.headroom.world.run;
