/** Whether this instance lives and does its part, and if not, why. */
package dev.headroom.allocator.health;
