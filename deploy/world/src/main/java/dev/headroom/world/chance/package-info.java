/** Independent streams of chance, all from one seed. */
package dev.headroom.world.chance;
