/** Which lines a vehicle turned out to use, for as long as that is certain. */
package dev.headroom.core.learn;
