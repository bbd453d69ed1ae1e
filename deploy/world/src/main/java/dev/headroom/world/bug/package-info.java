/** What an adapter around the real cores does wrong on purpose, so that the oracle is tested. */
package dev.headroom.world.bug;
