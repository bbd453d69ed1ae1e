/** From the reading that is decided on to the limits that follow from it. */
package dev.headroom.allocator.trace;
